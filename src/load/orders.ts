import { lowerRuleset } from "../kinds/lower.ts";
import type { WrittenDocument } from "../kinds/ruleset.ts";
import { bandOrders } from "../plan/orders.ts";
import { daysIn, settingsOn, slotOn } from "../ruleset/dates.ts";
import { type Diagnostic, pointer } from "../ruleset/diagnostics.ts";
import type { Settings } from "../ruleset/settings.ts";
import { settle } from "../ruleset/settle.ts";
import { affectedBy } from "./meaning.ts";
import { isObject, keysIn, ownOf, valueAt } from "./variant/merge.ts";
import { variantFault } from "./variant/messages.ts";
import { foundAt } from "./variant/notes.ts";

/*
 * The order of bands: a threshold may be moved, by a variant or from a day on, but not past its
 * neighbour, for then it sets something else than is meant.
 */

/** Where a band begins: its name, and the place and value that say so. */
export interface Edge {
  readonly band: string;
  readonly path: string;
  readonly value: unknown;
}

/** The bands of each ladder of a document from the lowest up, by the place of the ladder. */
export type Ladders = ReadonlyMap<string, readonly Edge[]>;

/** Two bands that changed places: the first was the lower one. */
export interface Swap {
  readonly decision: string;
  readonly lower: Edge;
  readonly upper: Edge;
}

/** Reads the bands of a document as its parameters are on a day; a beginning that is not set is no edge. */
export function laddersOn(document: WrittenDocument, on: string | undefined): Ladders {
  const dated = on === undefined ? {} : settingsOn(document.parameters, on);
  return edgesOn(bandsUnder(dated, document), document, on);
}

/** The bands of each ladder from the lowest up: the name of each, and where its beginning is stated. */
type Bands = readonly (readonly [path: string, bands: readonly (readonly [string, string])[]])[];

function bandsUnder(settings: Settings, document: WrittenDocument): Bands {
  const understood = settle(document, settings, true);
  const { plan } = lowerRuleset(understood);
  return [...bandOrders(plan)].map(([path, bands]) => [
    path,
    bands.map((b) => [b.name, understood.locate(`${b.path}/from`)]),
  ]);
}

function edgesOn(ladders: Bands, document: WrittenDocument, on: string | undefined): Ladders {
  const told = ladders.map(([path, bands]) => {
    const edges = bands.map(([band, at]) => ({ band, ...edgeAt(at, document, on) }));
    return [path, edges.filter((e) => e.value !== undefined)] as const;
  });
  return new Map(told);
}

/** Where a band's beginning is stated: in the band, or in the parameter that it takes. */
function edgeAt(path: string, document: WrittenDocument, on: string | undefined) {
  const from = valueAt(document, path);
  const parameter = isObject(from) ? ownOf(from, "parameter") : undefined;
  if (typeof parameter !== "string") return { path, value: from };
  const declared = document.parameters[parameter];
  const slot = declared ? slotOn(declared, on) : undefined;
  const place = `${pointer("parameters", parameter)}/${slot?.key ?? "default"}`;
  return { path: place, value: slot?.value };
}

/** Finds the bands that stand in another order than they did: one pair for each ladder. */
export function swapsIn(before: Ladders, after: Ladders): readonly Swap[] {
  return [...after].flatMap(([path, edges]) => {
    const usual = before.get(path)?.map((e) => e.band) ?? [];
    const known = edges.filter((e) => usual.includes(e.band));
    const rank = (edge: Edge | undefined) => usual.indexOf(edge?.band ?? "");
    const i = known.findIndex((e, at) => at > 0 && rank(e) < rank(known[at - 1]));
    const [upper, lower] = [known[i - 1], known[i]];
    return upper && lower ? [{ decision: keysIn(path)[1] ?? "", lower, upper }] : [];
  });
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

/** The same for many days: those on which all is as on another are read once. */
function laddersOnEach(days: readonly (string | undefined)[], document: WrittenDocument) {
  const known = new Map<string, Bands>();
  return days.map((on) => {
    const dated = on === undefined ? {} : settingsOn(document.parameters, on);
    const key = JSON.stringify(dated);
    const bands = known.get(key) ?? bandsUnder(dated, document);
    known.set(key, bands);
    return edgesOn(bands, document, on);
  });
}

/** A document with no more decisions than those which a dated value can change. */
function affectedByDays(document: WrittenDocument): WrittenDocument {
  const { parameters } = document;
  const dated = Object.keys(parameters).filter((name) => parameters[name]?.dated !== undefined);
  return { ...document, decisions: affectedBy(dated, document) };
}

/** On every day on which a parameter changes its value, the bands keep the order they had before. */
export function checkDatedOrders(document: WrittenDocument): readonly Diagnostic[] {
  const days = [undefined, ...daysIn(document.parameters)];
  const ladders = days.length === 1 ? [] : laddersOnEach(days, affectedByDays(document));
  return ladders.slice(1).flatMap((now, i) =>
    swapsIn(ladders[i] ?? now, now).map(({ decision, lower, upper }) => {
      const [moved, other] = lower.path.endsWith(`/${days[i + 1]}`)
        ? [lower, upper]
        : [upper, lower];
      const found = variantFault("bound-broken", moved.path, wordsOf(decision, moved, other));
      return { ...found, related: [foundAt({ path: other.path })] };
    }),
  );
}
