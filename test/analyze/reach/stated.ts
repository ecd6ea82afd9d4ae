import { decision, formula, type Json } from "../../kinds/tiny.ts";

/*
 * What a document states that may never come about: read off the JSON, and asked of the document
 * itself by decisions put beside its own.
 */

/** Something that can be asked at a point: a decision beside the others, and where it stands. */
export interface Asked {
  readonly path: string;
  readonly ask: Json;
}

/** Bands, and the decision that tells the number they cut. */
export interface Banded extends Asked {
  readonly closed: "lower" | "upper";
  readonly bands: readonly { readonly path: string; readonly from: number }[];
  readonly singles: readonly { readonly path: string; readonly value: number }[];
}

export interface Stated {
  readonly conditions: readonly Asked[];
  /** Each case, as the condition that it holds and no earlier one does. */
  readonly cases: readonly Asked[];
  readonly bands: readonly Banded[];
}

type Part = Readonly<Record<string, unknown>>;
const isPart = (part: unknown): part is Part => typeof part === "object" && part !== null;

/** Lists what each decision of a document states. */
export function statedIn({ decisions }: Json): Stated {
  const found = Object.entries(decisions as Record<string, Part>).flatMap(([name, body]) => {
    const named = body.conditions ? { conditions: body.conditions } : {};
    return [...partsIn(body, `/decisions/${name}`)].map((at) => ({ ...at, named }));
  });
  const rule = (when: unknown, named: Json) => decision("asked", "rule", { ...named, when });
  return {
    conditions: found
      .filter(({ path, part }) => isCondition(part) && !path.includes("/rows/"))
      .map(({ path, part, named }) => ({ path, ask: rule(part, named) })),
    cases: found.flatMap(({ path, part, named }) =>
      casesOf(part).map((when, i) => ({ path: `${path}/choose/${i}`, ask: rule(when, named) })),
    ),
    bands: found.flatMap(({ path, part, named }) =>
      isPart(part.bands) ? [banded(path, part, named)] : [],
    ),
  };
}

function* partsIn(part: unknown, path: string): Generator<{ path: string; part: Part }> {
  if (!isPart(part)) return;
  yield { path, part };
  for (const [key, inner] of Object.entries(part)) yield* partsIn(inner, `${path}/${key}`);
}

const isCondition = (part: Part) => ["operator", "all", "any", "not"].some((key) => key in part);

function casesOf({ choose }: Part): readonly Json[] {
  if (!Array.isArray(choose)) return [];
  const whens = choose.map((c: Part) => c.when);
  return whens.map((when, i) => ({ all: [when, ...whens.slice(0, i).map((not) => ({ not }))] }));
}

function banded(path: string, part: Part, named: Json): Banded {
  const {
    bands,
    exactly = {},
    closed,
    input,
  } = part as {
    bands: Record<string, { from?: number }>;
    exactly?: Record<string, { value: number }>;
    closed: "lower" | "upper";
    input: unknown;
  };
  return {
    path,
    ask: decision("asked", "formula", { ...named, ...formula(input) }),
    closed,
    bands: Object.entries(bands)
      .map(([name, { from = Number.NEGATIVE_INFINITY }]) => ({
        path: `${path}/bands/${name}`,
        from,
      }))
      .sort((a, b) => a.from - b.from),
    singles: Object.entries(exactly).map(([name, { value }]) => ({
      path: `${path}/exactly/${name}`,
      value,
    })),
  };
}
