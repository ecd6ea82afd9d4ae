import type { Ruleset } from "../../kinds/ruleset.ts";
import { loadRuleset } from "../../load/load.ts";
import { readSource } from "../../load/read.ts";
import { checkVariant } from "../../load/structure.ts";
import { ownOf } from "../../load/variant/merge.ts";
import { shelve } from "../../load/variant/shelf.ts";
import { lowestIn } from "../../load/variant/versions.ts";
import { tell } from "../../ruleset/diagnostics.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import type { Found } from "../catalogue/find.ts";
import { type Io, Refused, show } from "../io.ts";
import { noteLeftOut } from "../rulesets.ts";

/** Loads the base that a variant was most likely written on, and says so: the lowest in its range. */
export function writtenOn(found: Found, to: Ruleset, io: Io): Ruleset {
  noteLeftOut(found, io);
  const documents = found.others.map((d) => d.text);
  const [id, range] = extendedBy(found);
  const { base, why } = lowest(id, range, documents);
  if (base === undefined) throw new Refused(why);
  const loaded = loadRuleset(base.value, { documents });
  if (!loaded.ok) throw new Refused(`\`${base.name}\` has faults:\n${tell(loaded.diagnostics)}`);
  if (base.name === nameOf(to.document)) throw new Refused(onlyNewer(base.name, range));
  io.stderr.write(
    `note: taken as written on \`${base.name}\`, the lowest version in ${show(range)} that was found\n`,
  );
  return loaded.ruleset;
}

function extendedBy({ file, text }: Found): readonly [id: string, range: string] {
  const read = readSource(text);
  const faults = read.safe ? [...read.faults, ...checkVariant(read.value)] : read.faults;
  if (faults.length > 0) throw new Refused(`${show(file)} has faults:\n${tell(faults)}`);
  const { id, version } = ownOf(read.value, "extends") as Readonly<Record<string, string>>;
  return [id ?? "", version ?? ""];
}

function lowest(id: string, range: string, documents: readonly string[]) {
  const found = lowestIn(id, range, shelve(documents).documents);
  const [base, other] = found;
  if (base && !other) return { base, why: "" };
  const why = other
    ? `two documents are both \`${other.name}\`, and they differ: name the one that the variant was written on with --from`
    : `no version of ${show(id)} in ${show(range)} was found: name the one that the variant was written on with --from`;
  return { base: undefined, why };
}

const onlyNewer = (name: string, range: string) =>
  `of the versions in ${show(range)} only \`${name}\` was found, to which the variant is to be moved: name the one that it was written on with --from`;
