/** Gives names of the ruleset language to things that a file calls otherwise, each its own. */
export type Namer = (written: string) => string;

/**
 * Makes a function that turns what a file calls something into a name in camelCase. Where that can't
 * be, as with a word in Chinese, the name is `otherwise` and a number.
 */
export function namer(otherwise: string, taken: readonly string[] = []): Namer {
  const used = new Set(taken.map((t) => t.toLowerCase()));
  return (written) => {
    const camel = camelCase(written);
    const [stem, first] = camel ? [camel, camel] : [otherwise, `${otherwise}1`];
    const name = unused(first, stem, (n) => used.has(n.toLowerCase()));
    used.add(name.toLowerCase());
    return name;
  };
}

function unused(first: string, stem: string, isUsed: (name: string) => boolean): string {
  let name = first;
  for (let n = 2; isUsed(name); n++) name = `${stem}${n}`;
  return name;
}

/** Leaves out what can't stand in a name; empty where a word would be lost. */
function camelCase(written: string): string {
  if (hasOtherScript(written)) return "";
  const words = written.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((w) => w.slice(0, 1).toUpperCase() + w.slice(1)).join("");
  const begun = joined.replace(/^\d+/, "");
  return (begun.slice(0, 1).toLowerCase() + begun.slice(1)).slice(0, 56);
}

const hasOtherScript = (text: string) => /[^\p{ASCII}]/u.test(text);

/** Can a label have this value as it is. */
export const isToken = (value: string) => /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(value);

/** Turns values that a file uses into those that a label can have, each its own. */
export function tokens(values: readonly string[]): ReadonlyMap<string, string> {
  const once = [...new Set(values)];
  const used = new Set(once.filter(isToken));
  return new Map(
    once.map((value, i) => {
      if (isToken(value)) return [value, value];
      const plain = value.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
      const first = isToken(plain) && !hasOtherScript(value) ? plain : `value-${i + 1}`;
      const token = unused(first, `${first}-`, (t) => used.has(t));
      used.add(token);
      return [value, token];
    }),
  );
}

/** Makes an id in kebab-case. */
export function idOf(written: string, otherwise: string): string {
  const plain = written.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return plain.slice(0, 80).replaceAll(/^-+|-+$/g, "") || otherwise;
}
