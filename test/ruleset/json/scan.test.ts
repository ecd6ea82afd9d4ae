import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointer } from "../../../src/ruleset/diagnostics.ts";
import { type Scanned, scanJson } from "../../../src/ruleset/json.ts";

/* The scanner against `JSON.parse`: what both read is the same, and both refuse the same texts. */

const space = fc.stringMatching(/^[ \t\n\r]{0,3}$/);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map(String),
  fc.stringMatching(/^-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,8})?([eE][+-]?[0-9]{1,2})?$/),
  fc.constantFrom("-0", "-0.0", "0e5", "1E+2", "1e-400", "123456789012345678901234567890"),
);

/** A character as JSON may write it: as it is, or by either of its escapes. */
const character = fc
  .tuple(fc.string({ unit: "binary", minLength: 1, maxLength: 1 }), fc.nat(2))
  .map(([char, how]) => {
    if (how === 0) return JSON.stringify(char).slice(1, -1);
    return char.replaceAll(/[\s\S]/g, (unit) => {
      const code = unit.charCodeAt(0).toString(16).padStart(4, "0");
      return `\\u${how === 1 ? code : code.toUpperCase()}`;
    });
  });
const string = fc
  .array(fc.oneof(character, fc.constantFrom("\\/", '\\"', "\\\\", "\\b", "\\n", "/", "集团")), {
    maxLength: 8,
  })
  .map((parts) => `"${parts.join("")}"`);
const key = fc.oneof(string, fc.constantFrom('"__proto__"', '"constructor"', '""', '"1"', '"a/~"'));

/** Texts of JSON, written in every way that is allowed. No key stands twice in one object. */
const { value: json } = fc.letrec<{ value: string; list: string; object: string }>((tie) => ({
  value: fc
    .tuple(
      space,
      fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constantFrom("true", "false", "null"),
        number,
        string,
        tie("list"),
        tie("object"),
      ),
      space,
    )
    .map((parts) => parts.join("")),
  list: fc
    .tuple(fc.array(tie("value"), { maxLength: 4 }), space)
    .map(([entries, inside]) => `[${entries.join(",") || inside}]`),
  object: fc
    .tuple(
      fc.uniqueArray(fc.tuple(space, key, space, tie("value")), {
        maxLength: 4,
        selector: ([, k]) => JSON.parse(k) as string,
      }),
      space,
    )
    .map(([entries, inside]) => `{${entries.map((e) => entryOf(e)).join(",") || inside}}`),
}));
const entryOf = ([before, k, after, v]: readonly string[]) => `${before}${k}${after}:${v}`;

/** The same to the last detail: the sign of zero, the order of keys, prototypes. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return Object.is(a, b);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [own, others] = [Reflect.ownKeys(a), Reflect.ownKeys(b)];
  const alike = own.length === others.length && own.every((k, i) => k === others[i]);
  return alike && own.every((k) => same(property(a, k), property(b, k)));
}
const property = (of: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(of, key)?.value;

const codesOf = (scanned: Scanned) =>
  "faults" in scanned ? scanned.faults.map((d) => d.code) : [];

describe("a text that is JSON", () => {
  it("is read to what `JSON.parse` reads it to", () => {
    fc.assert(
      fc.property(json, (text) => {
        const scanned = scanJson(text);
        expect(codesOf(scanned)).toEqual([]);
        if ("faults" in scanned) return;
        expect(scanned.lost.filter((d) => d.code !== "bad-number")).toEqual([]);
        expect(same(scanned.value, JSON.parse(text))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['{"__proto__":{"a":1},"b":2}'],
    ['{"a":1,"a":{"b":2},"c":3,"a":4}'],
    ['{"2":1,"1":2,"__proto__":3,"__proto__":4}'],
    ['[-0,-0.0,1E+2,1e-400,0.1,1e308,"\\u0000\\ud83d\\ude00"]'],
    ['"\u2028\u2029\u007f"'],
  ])("is read alike, also %s", (text) => {
    const scanned = scanJson(text);
    expect("value" in scanned && same(scanned.value, JSON.parse(text))).toBe(true);
  });

  it("tells where each of its values stands", () => {
    fc.assert(
      fc.property(json, (text) => {
        const scanned = scanJson(text);
        if ("faults" in scanned) throw new Error("it is JSON");
        const walk = (value: unknown, path: string, name: string | undefined) => {
          const spans = scanned.places.get(path);
          const [own, key] = [spans?.value, spans?.key];
          expect(same(JSON.parse(text.slice(own?.offset, own?.end)), value)).toBe(true);
          expect(key && JSON.parse(text.slice(key.offset, key.end))).toBe(name);
          for (const span of [own, key]) {
            const lines = text.slice(0, span?.offset).split("\n");
            if (!span) continue;
            expect([span.line, span.column]).toEqual([
              lines.length,
              (lines.at(-1)?.length ?? 0) + 1,
            ]);
          }
          if (typeof value !== "object" || value === null) return;
          for (const k of Object.keys(value)) {
            walk(property(value, k), path + pointer(k), Array.isArray(value) ? undefined : k);
          }
        };
        walk(scanned.value, "", undefined);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a text that may be JSON", () => {
  const spoil = fc.tuple(
    json,
    fc.array(
      fc.record({
        at: fc.nat(),
        cut: fc.nat(3),
        put: fc.oneof(
          fc.constantFrom(..."{}[]:,\"'0123456789-+.eE \n\t\\u/tfn*#，“　\u00a0\u0000"),
          fc.constantFrom(
            "true",
            "null",
            "NaN",
            "1e999",
            "\ud800",
            "\ufeff",
            "\\ud800",
            ",}",
            '""',
          ),
          fc.string({ unit: "binary", maxLength: 2 }),
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  );

  it("is refused where `JSON.parse` refuses it, and where no ruleset can have it", () => {
    let [parsed, refused] = [0, 0];
    fc.assert(
      fc.property(spoil, ([whole, changes]) => {
        const text = changes.reduce((t, { at, cut, put }) => {
          const place = at % (t.length + 1);
          return t.slice(0, place) + put + t.slice(place + cut);
        }, whole);
        const scanned = scanJson(text);
        const isJson = parses(text);
        if (isJson) parsed += 1;
        else refused += 1;
        const codes = codesOf(scanned);
        const slips = codes.filter((c) => c === "json-syntax" || c === "byte-order-mark");
        expect([text, slips.length > 0]).toEqual([text, !isJson]);
        if (isJson && "value" in scanned) expect(same(scanned.value, JSON.parse(text))).toBe(true);
        else if (isJson) expect(codes.every((c) => onPurpose.has(c))).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(Math.min(parsed, refused) / (parsed + refused)).toBeGreaterThan(0.1);
  });

  const onPurpose = new Set(["bad-text", "bad-number", "duplicate-key"]);
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  it("is told at a place within it, in sentences, whatever it is", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.stringMatching(/^[{}[\]:,"'\\a0.e\-+ \n，“]{0,12}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const scanned = scanJson(text);
        for (const d of "faults" in scanned ? scanned.faults : []) {
          const line = text.split("\n")[(d.at?.line ?? 0) - 1];
          expect(line !== undefined && (d.at?.column ?? 0) <= line.length + 1).toBe(true);
          const told = [d.message.zh, d.message.en, d.help.zh, d.help.en];
          expect(told.join("\n")).not.toMatch(/\p{Surrogate}|\[object/u);
          expect(told.every((t) => t.length > 3)).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

/** A number as it is written, by its digits and the place of the last of them. */
function digitsOf(written: string): string {
  const [, minus = "", whole = "", after = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(written) ?? [];
  const all = (whole + after).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  if (digits === "") return "0";
  return `${minus}${digits} ${Number(exponent) - after.length + all.length - digits.length}`;
}

describe("a number with more digits than are kept", () => {
  const written = fc
    .tuple(
      fc.stringMatching(/^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?$/),
      fc.constantFrom("", "e5", "E-7", "e+300", "e-330"),
    )
    .map((parts) => parts.join(""));
  it("is told, and no other", () => {
    fc.assert(
      fc.property(fc.oneof(number, written), (text) => {
        const scanned = scanJson(`[${text}]`);
        const isLost = digitsOf(text) !== digitsOf(String(Number(text)));
        const told = "faults" in scanned ? scanned.faults : scanned.lost;
        expect("faults" in scanned).toBe(!Number.isFinite(Number(text)));
        expect(told.map((d) => `${d.code} ${d.path}`)).toEqual(isLost ? ["bad-number /0"] : []);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("a key that stands twice", () => {
  const twice = (text: string) => {
    const scanned = scanJson(text);
    return "faults" in scanned ? [] : scanned.lost.map((d) => [d.path, d.message.en, d.at]);
  };
  it("is told with both lines", () => {
    expect(twice('{\n  "a": 1,\n  "b": { "c": 1,\n "c": 2 },\n  "a": 3\n}')).toEqual([
      ["/b/c", "the key `c` stands twice in one object, on lines 3 and 4", { line: 4, column: 2 }],
      ["/a", "the key `a` stands twice in one object, on lines 2 and 5", { line: 5, column: 3 }],
    ]);
  });
  it("is told also where it is written in two ways, or is `__proto__`", () => {
    expect(twice('{ "__proto__": 1, "\\u005f_proto__": 2 }')).toEqual([
      [
        "/__proto__",
        "the key `__proto__` stands twice in one object, on line 1",
        { line: 1, column: 19 },
      ],
    ]);
  });
  it("may stand once in each of two objects", () => {
    expect(twice('[{ "a": 1 }, { "a": 1 }]')).toEqual([]);
  });
});
