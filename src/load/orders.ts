import { lowerRuleset } from "../kinds/lower.ts";
import type { WrittenDocument } from "../kinds/ruleset.ts";
import { type BandPlace, bandOrders } from "../plan/orders.ts";
import { daysIn, settingsOn, slotOn } from "../ruleset/dates.ts";
import { type Diagnostic, pointer } from "../ruleset/diagnostics.ts";
import { settle } from "../ruleset/settle.ts";
import { isObject, keysIn, ownOf, valueAt } from "./variant/merge.ts";
import { variantFault } from "./variant/messages.ts";
import { foundAt } from "./variant/notes.ts";

/*
 * The order of bands: a threshold may be moved, by a variant or from a day on, but not past its
 * neighbour, for then it sets something else than is meant.
 */

/** Two bands that changed places: the first was the lower one. */
export interface Swap {
  readonly decision: string;
  readonly lower: Edge;
  readonly upper: Edge;
}

/** Where a band begins: its name, and the place and value that say so. */
export interface Edge {
  readonly band: string;
  readonly path: string;
  readonly value: unknown;
}

/** What is told of two bands that changed places. */
export function wordsOf(decision: string, moved: Edge, other: Edge) {
  const from = String(other.value);
  return {
    value: String(moved.value),
    cause: {
      zh: `判定 \`${decision}\` 的 \`${moved.band}\` 档会越过从 ${from} 开始的 \`${other.band}\` 档`,
      en: `it moves the band \`${moved.band}\` of \`${decision}\` past \`${other.band}\`, which begins at ${from}`,
    },
    mend: {
      zh: `使各档保持原来的高低次序，或把 \`${other.band}\` 档一并移动`,
      en: `keep each band between its neighbours, or move \`${other.band}\` too`,
    },
  };
}

type Orders = ReadonlyMap<string, readonly BandPlace[]>;

/** The bands of a document from the lowest up, as its parameters are on a day. */
export function ordersOf(document: WrittenDocument, on: string | undefined): Orders {
  return bandOrders(lowerRuleset(settleOn(document, on)).plan);
}

const settleOn = (document: WrittenDocument, on: string | undefined) =>
  settle(document, on === undefined ? {} : settingsOn(document.parameters, on), true);

/** Finds the bands that stand in another order than they did: one pair for each ladder. */
export function swapsIn(
  orders: Orders,
  document: WrittenDocument,
  on: string | undefined,
): readonly Swap[] {
  const understood = settleOn(document, on);
  const now = bandOrders(lowerRuleset(understood).plan);
  return [...now].flatMap(([path, bands]) => {
    const usual = orders.get(path)?.map((b) => b.name) ?? [];
    const known = bands.filter((b) => usual.includes(b.name));
    const rank = ({ name }: BandPlace) => usual.indexOf(name);
    const i = known.findIndex((b, at) => at > 0 && rank(b) < rank(known[at - 1] as BandPlace));
    const [upper, lower] = [known[i - 1], known[i]];
    if (!upper || !lower) return [];
    const edge = (b: BandPlace) => edgeOf(b, understood.locate(`${b.path}/from`), document, on);
    return [{ decision: keysIn(path)[1] ?? "", lower: edge(lower), upper: edge(upper) }];
  });
}

/** Where a band's beginning is stated: in the band, or in the parameter that it takes. */
function edgeOf(
  { name }: BandPlace,
  path: string,
  document: WrittenDocument,
  on: string | undefined,
): Edge {
  const from = valueAt(document, path);
  const parameter = isObject(from) ? ownOf(from, "parameter") : undefined;
  if (typeof parameter !== "string") return { band: name, path, value: from };
  const declared = document.parameters[parameter];
  const slot = declared ? slotOn(declared, on) : undefined;
  const place = `${pointer("parameters", parameter)}/${slot?.key ?? "default"}`;
  return { band: name, path: place, value: slot?.value };
}

/** On every day on which a parameter changes its value, the bands keep their order. */
export function checkDatedOrders(document: WrittenDocument): readonly Diagnostic[] {
  const days = daysIn(document.parameters);
  if (days.length === 0) return [];
  const usual = ordersOf(document, undefined);
  return days.flatMap((on) =>
    swapsIn(usual, document, on).map(({ decision, lower, upper }) => {
      const [moved, other] = lower.path.endsWith(`dated/${on}`) ? [lower, upper] : [upper, lower];
      const found = variantFault("bound-broken", moved.path, wordsOf(decision, moved, other));
      return { ...found, related: [foundAt({ path: other.path })] };
    }),
  );
}
