/** What `JSON.parse` does not tell of a text that is JSON. */
export interface Scan {
  /** A key that stands twice in one object. */
  readonly twice?: string | undefined;
  /** How deep lists and objects lie in one another. */
  readonly depth: number;
  /** The numbers in the outermost object that are not written as the number itself is. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** A list or object that is open; in a list, no keys. */
interface Level {
  readonly keys?: Set<string> | undefined;
  /** The key whose value comes next. */
  key?: string | undefined;
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|-?\d[\d.eE+-]*/g;

/** Goes once over a text that is JSON, which must have been parsed before. */
export function scan(text: string): Scan {
  const numbers = new Map<string, string>();
  const levels: Level[] = [];
  let [depth, twice] = [0, undefined as string | undefined];
  for (const [found] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (found === "{") levels.push({ keys: new Set() });
    else if (found === "[") levels.push({});
    else if (found === "}" || found === "]") levels.pop();
    else if (found === ",") step(level);
    else if (found.startsWith('"')) twice ??= name(level, found);
    else if (levels.length === 1) note(numbers, level, found);
    depth = Math.max(depth, levels.length);
  }
  return { twice, depth, numbers };
}

function step(level: Level | undefined) {
  if (level) level.key = undefined;
}

/** Takes a text for a key where one is due; returns it where the object has it already. */
function name(level: Level | undefined, found: string): string | undefined {
  if (!level?.keys || level.key !== undefined) return undefined;
  const key = found.includes("\\") ? (JSON.parse(found) as string) : found.slice(1, -1);
  level.key = key;
  if (level.keys.has(key)) return key;
  level.keys.add(key);
  return undefined;
}

function note(numbers: Map<string, string>, level: Level | undefined, found: string) {
  if (level?.key !== undefined && String(Number(found)) !== found) numbers.set(level.key, found);
}
