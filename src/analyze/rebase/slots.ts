import { isObject, type JsonObject, mergePatch, ownOf } from "../../load/variant/merge.ts";
import { daysIn, slotOn } from "../../ruleset/dates.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import type { Setting } from "../../ruleset/settings.ts";
import { isSame } from "./patch.ts";
import type { Met } from "./three.ts";

/** A parameter as the base had it, as it has it now, and as the variant made it. */
interface Three {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly own: JsonObject;
}

/** A day on which values change; before the first there is one of no day. */
type Day = string | undefined;

/**
 * Merges what a parameter is set to, day by day: a value that the base sets from a later day on, or
 * takes out, is in the way of the variant's though they stand under different keys.
 */
export function meetSlots(three: Three, patch: unknown, path: string): readonly Met[] {
  const isSet = ownOf(patch, "default") !== undefined || ownOf(patch, "dated") !== undefined;
  if (!isSet) return [];
  const found = daysOf(three).map((day) => ({ day, ...merged(three, day) }));
  const comes = valuesOf(mergePatch(three.after, patch));
  const clashing = found.filter((f) => f.clashes || f.value !== comes(f.day));
  const isOther = !isSame(meaningOf(three.before), meaningOf(three.after));
  if (clashing.length === 0 && !isOther) return agreed(three, path);
  const own = valuesOf(three.own);
  const kept = found.map((f) => (clashing.includes(f) ? { ...f, value: own(f.day) } : f));
  const day = clashing.find((c) => c.day !== undefined)?.day;
  const dated = held(kept, patch, three.after);
  return [
    {
      is: "clash",
      path: isDated(three) ? path : `${path}/default`,
      reason: isOther ? "other-meaning" : reasonOf(three, day),
      covers: [`${path}/default`, `${path}/dated`],
      rewrites: dated === ownOf(patch, "dated") ? [] : [{ path: `${path}/dated`, value: dated }],
      day,
    },
  ];
}

const read = (part: unknown) => part as Parameter;
const valuesOf = (part: unknown) => (day: Day) => slotOn(read(part), day)?.value;

const daysOf = ({ before, after, own }: Three): readonly Day[] => [
  undefined,
  ...daysIn({ before: read(before), after: read(after), own: read(own) }),
];

/** What its values are counted in, or of what type they are. */
const meaningOf = ({ type, unit = null }: JsonObject) => [type, unit];

/** The value of a day by a merge of three; where both have changed it, the variant's. */
function merged({ before, after, own }: Three, day: Day) {
  const [was, is, set] = [before, after, own].map((part) => valuesOf(part)(day));
  if (set === was) return { value: is, clashes: false };
  return { value: set, clashes: is !== was && is !== set };
}

function reasonOf({ before, own }: Three, day: Day) {
  if (day !== undefined) return "dates";
  return valuesOf(before)(day) === valuesOf(own)(day) ? "restated" : "both-changed";
}

/** Has any of the three a value that begins on a day. */
const isDated = ({ before, after, own }: Three) =>
  [before, after, own].some((part) => isObject(part.dated));

/** The values that the base now has too. */
function agreed({ before, after, own }: Three, path: string): readonly Met[] {
  const days = Object.keys({ ...dates(before), ...dates(own) });
  const places = ["/default", ...days.map((day) => `/dated${pointer(day)}`)];
  return places.flatMap((place) => {
    const [is, set] = [after, own].map((part) => slotAt(part, place));
    return is === set ? [{ is: "agreed" as const, path: path + place }] : [];
  });
}

const dates = ({ dated }: JsonObject): JsonObject => (isObject(dated) ? dated : {});
const slotAt = (part: JsonObject, place: string) =>
  place === "/default" ? part.default : dates(part)[place.slice("/dated/".length)];

/** Writes days beside those of a patch, so that each day comes to the value it is to have. */
function held(
  wanted: readonly { readonly day: Day; readonly value: Setting | undefined }[],
  patch: unknown,
  after: JsonObject,
): unknown {
  let dated = ownOf(patch, "dated");
  for (const { day, value } of wanted) {
    const own = dated === undefined ? {} : { dated };
    const comes = valuesOf(mergePatch(after, { ...(patch as JsonObject), ...own }));
    if (day === undefined || value === undefined || comes(day) === value) continue;
    dated = { ...(isObject(dated) ? dated : {}), [day]: value };
  }
  return dated;
}
