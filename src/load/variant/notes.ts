import type { Diagnostic, Place } from "../../ruleset/diagnostics.ts";
import { han } from "../../ruleset/phrase.ts";
import { quote } from "../../ruleset/show.ts";
import type { Text } from "../../ruleset/text.ts";

/** A second place that a diagnostic shows. */
export type Related = NonNullable<Diagnostic["related"]>[number];

/** Shows the value that the base has. */
export function baseHas(place: Place, value: unknown): Related {
  const shown = typeof value === "object" ? undefined : quote(value);
  const message: Text =
    shown === undefined
      ? { zh: "所依据的规则集在这里原有的内容", en: "this is what the base has here" }
      : { zh: han`所依据的规则集在这里写的是 \`${shown}\``, en: `the base has \`${shown}\` here` };
  return { ...place, message };
}

/** Shows what the fault was found at. */
export const foundAt = (place: Place): Related => ({
  ...place,
  message: { zh: "与这里的内容对不上", en: "it does not go with what stands here" },
});

/** Shows where the base says how far a variant may go. */
export const markedAt = (place: Place): Related => ({
  ...place,
  message: { zh: "这里写明了可以改到什么程度", en: "what may be changed is stated here" },
});
