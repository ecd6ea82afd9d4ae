/** A place in a text; lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text, and the place where it begins. */
export interface Span extends Position {
  readonly offset: number;
  readonly end: number;
}

/** Where a value stands, and the key it has in an object. */
export interface Spans {
  readonly key?: Span;
  readonly value: Span;
}

/** Finds where each value of a text stands, by its JSON pointer. */
export interface Places {
  get(path: string): Spans | undefined;
}

/** A value's place with those inside it. A tree, since all pointers written out could be immense. */
export interface Spot {
  readonly from: number;
  readonly to: number;
  readonly key?: Pair;
  readonly inner?: ReadonlyMap<string, Spot> | readonly Spot[];
}
export type Pair = readonly [from: number, to: number];

/** Makes the places of a text from the spots found in it. */
export function placesOf(root: Spot, position: (offset: number) => Position): Places {
  const span = ([offset, end]: Pair): Span => ({ offset, end, ...position(offset) });
  return {
    get(path) {
      const spot = spotAt(root, path);
      if (!spot) return undefined;
      const value = span([spot.from, spot.to]);
      return spot.key ? { key: span(spot.key), value } : { value };
    },
  };
}

function spotAt(root: Spot, path: string): Spot | undefined {
  const keys = path.split("/").slice(1);
  return keys.reduce<Spot | undefined>((spot, segment) => {
    const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    const inner = spot?.inner;
    if (!inner) return undefined;
    if ("get" in inner) return inner.get(key);
    return /^(0|[1-9]\d*)$/.test(key) ? inner[Number(key)] : undefined;
  }, root);
}

/** Makes the function that tells the line and column of an offset, found by halving. */
export function lineFinder(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
