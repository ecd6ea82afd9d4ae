/** An element of an XML file, and where it stands. Attributes of other namespaces are left out. */
export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
  /** The place as an XPath: `/PMML/Scorecard[1]/Characteristics[1]`. */
  readonly path: string;
  readonly at: { readonly line: number; readonly column: number };
}

/** Finds the elements of a name inside one; those of other namespaces say nothing. */
export function childrenOf(element: Element, ...names: readonly string[]): readonly Element[] {
  return element.children.filter(
    (c) => c.namespace === element.namespace && (names.length === 0 || names.includes(c.name)),
  );
}

/** Finds the one element of a name inside one. */
export function childOf(element: Element | undefined, ...names: readonly string[]) {
  return element && childrenOf(element, ...names)[0];
}

/** Goes through an element and all inside it that is of its namespace. */
export function allIn(element: Element): readonly Element[] {
  return [element, ...childrenOf(element).flatMap(allIn)];
}
