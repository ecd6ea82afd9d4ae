/** A key of a JSON text, and the line it stands on. */
export interface JsonKey {
  readonly path: readonly string[];
  readonly line: number;
  /** Did the same key stand in the same object before. */
  readonly twice: boolean;
}

interface Open {
  readonly key: string;
  readonly isList: boolean;
  readonly keys: Set<string>;
  index: number;
}

/** Lists every key of a JSON text, with its line. The text must be JSON: it is parsed elsewhere. */
export function keysOf(text: string): readonly JsonKey[] {
  const found: JsonKey[] = [];
  const open: Open[] = [];
  let line = 1;
  let key = "";
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],]|\n/g;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [sign, colon] = match;
    const inside = open.at(-1);
    if (sign === "{" || sign === "[") {
      const own = inside?.isList ? String(inside.index) : key;
      open.push({ key: own, isList: sign === "[", keys: new Set(), index: 0 });
    } else if (sign === "}" || sign === "]") open.pop();
    else if (sign === "," && inside) inside.index += 1;
    else if (colon !== undefined && inside) {
      key = JSON.parse(sign.slice(0, sign.length - colon.length)) as string;
      const path = [...open.slice(1).map((o) => o.key), key];
      found.push({ path, line, twice: inside.keys.has(key) });
      inside.keys.add(key);
    }
    for (const char of sign) if (char === "\n") line += 1;
  }
  return found;
}
