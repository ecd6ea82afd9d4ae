import { refer, type Schema, type Schemas } from "./form.ts";

/** The definitions of a schema while it is written. */
export interface Book {
  /** Points to a definition, made when it is first asked for; `same` says which ask for one. */
  define(name: string, same: string, make: () => Schema): Schema;
  pages(): Schemas;
}

/** Opens an empty book. */
export function book(): Book {
  const names = new Map<string, string>();
  const pages: Record<string, Schema> = {};
  return {
    define(wanted, same, make) {
      const known = names.get(same);
      if (known !== undefined) return refer(known);
      const name = freeName(wanted, new Set(Object.keys(pages)));
      names.set(same, name);
      // The name is taken before the page is written: a form may stand inside itself.
      pages[name] = {};
      pages[name] = make();
      return refer(name);
    },
    pages: () => pages,
  };
}

/** Finds a name that is not taken: the one wanted, or that with a number. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}${n}`;
    if (!taken.has(name)) return name;
  }
}
