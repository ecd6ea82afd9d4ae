import { childrenOf, type Element } from "./xml/element.ts";

/** What of an element is read: its attributes, and the elements inside it. */
export interface Known {
  readonly attributes: readonly string[];
  readonly children?: readonly string[];
}

/** All that a reader knows, by the names of elements. */
export interface Form {
  readonly known: Readonly<Record<string, Known>>;
  /** Elements that say nothing of what is decided, wherever they stand. */
  readonly silent: readonly string[];
}

/** Tells whatever stands in an element and is not read, at any depth. */
export function unreadIn(
  element: Element,
  form: Form,
): readonly { readonly element: Element; readonly what: string }[] {
  const own = Object.hasOwn(form.known, element.name) ? form.known[element.name] : undefined;
  if (!own) return [];
  const attributes = Object.keys(element.attributes).filter((a) => !own.attributes.includes(a));
  const children = childrenOf(element).filter((c) => !form.silent.includes(c.name));
  return [
    ...attributes.map((what) => ({ element, what })),
    ...children.flatMap((child) =>
      own.children?.includes(child.name)
        ? unreadIn(child, form)
        : [{ element: child, what: child.name }],
    ),
  ];
}
