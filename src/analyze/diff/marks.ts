import { Decimal } from "../../plan/decimal.ts";
import type { Value } from "../../plan/node.ts";
import { sameSense } from "../diagram/compare.ts";
import { given } from "../diagram/meaning.ts";
import type { Region } from "../diagram/region.ts";
import type { Ref } from "../diagram/space.ts";
import type { Sense, Symbols } from "../diagram/symbols.ts";

/** Yes where two functions come to the same; elsewhere a mark that holds both. */
export function markDifferences(s: Symbols, before: Ref, after: Ref): Ref {
  return s.space.lift([before, after], ([x, y]) => {
    const [a, b] = [x as Sense, y as Sense];
    if (a.key === b.key) return s.yes;
    const mark = s.space.leaf({ is: "mark", key: markKey(a, b), of: [a, b] });
    if (isWord(a) !== isWord(b)) return whereAny(s, a, b, mark);
    const parts = [given(s, a), given(s, b), sameSense(s, a, b)];
    return s.space.lift(parts, ([p, q, same]) => {
      const [isGiven, alsoGiven, alike] = [p, q, same].map((leaf) => plainOf(leaf as Sense));
      if (!isGiven && !alsoGiven) return s.yes;
      return isGiven && alsoGiven && alike === true ? s.yes : mark;
    });
  });
}

/** A number is never the same as the word for one that is undefined. */
const isWord = (sense: Sense) => sense.is === "value" && typeof sense.value === "string";

function whereAny(s: Symbols, a: Sense, b: Sense, mark: Ref): Ref {
  return s.space.lift([given(s, a), given(s, b)], ([p, q]) =>
    plainOf(p as Sense) || plainOf(q as Sense) ? mark : s.yes,
  );
}

const plainOf = (leaf: Sense): Value => (leaf.is === "value" ? leaf.value : null);

/** Numbers that differ by the same lie in one region. */
function markKey(a: Sense, b: Sense): string {
  const [x, y] = [plainOf(a), plainOf(b)];
  if (x instanceof Decimal && y instanceof Decimal) return `mark by ${y.minus(x)}`;
  return `mark ${a.key} → ${b.key}`;
}

/** Do two values differ, and in the way of the region: as far as that is known of all of it. */
export function isMarked({ leaf, sides }: Region, before: Value, after: Value): boolean {
  if (leaf.is !== "mark" || keyOf(before) === keyOf(after)) return false;
  const [a, b] = leaf.of;
  const [x, y] = [plainOf(a), plainOf(b)];
  if (x instanceof Decimal && y instanceof Decimal) {
    const numbers = before instanceof Decimal && after instanceof Decimal;
    return numbers && y.minus(x).eq(after.minus(before));
  }
  return fits(a, before, sides) && fits(b, after, sides);
}

const keyOf = (value: Value) => (value instanceof Decimal ? `${value}` : JSON.stringify(value));

/** A number is unknown exactly where something is that it is computed of. */
function fits(sense: Sense, value: Value, sides: Region["sides"]): boolean {
  if (sense.is === "value") return keyOf(sense.value) === keyOf(value);
  if (sense.is !== "term") return value !== null;
  const own = sense.term.form.weights.map(([{ axis }]) => {
    const side = sides.find((of) => of.axis === axis);
    return { may: side?.unknown ?? axis.hasUnknown, must: side?.intervals.length === 0 };
  });
  if (own.some(({ must }) => must)) return value === null;
  return value !== null || own.some(({ may }) => may);
}
