import { Almanac, type Engine } from "json-rules-engine";
import { type ReadFacts, readFacts, tellFault } from "../../execute/facts.ts";
import type { Known } from "../../execute/reference.ts";
import { Decimal } from "../../plan/decimal.ts";
import { childrenOf, type Node, type NodeId, type Value } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";

export type Declared = Readonly<Record<string, Fact>>;
type Run = Engine["run"];

/** Makes an engine read every declared fact as `evaluate` does, whenever and however it arrives. */
export function readDeclared(engine: Engine, declared: Declared) {
  const run: Run = engine.run.bind(engine);
  engine.run = (facts, options) => {
    const almanac = options?.almanac ?? new Almanac({ allowUndefinedFacts: true });
    return run(facts, { ...options, almanac: reading(almanac, declared) });
  };
}

/** An almanac over another one, which is left as it is. */
function reading(almanac: Almanac, declared: Declared): Almanac {
  const above: Almanac = Object.create(almanac);
  above.factValue = async <T>(name: string, params?: Record<string, unknown>, path?: string) => {
    const given = await almanac.factValue.call(above, name, params, path);
    // A rule of the caller's own may look inside a fact: what is there is not the fact.
    const isFact = Object.hasOwn(declared, name) && !path;
    return (isFact ? read(name, given, declared) : given) as T;
  };
  return above;
}

function read(name: string, given: unknown, declared: Declared): unknown {
  const { known, faults } = readFacts({ [name]: declared[name] as Fact }, { [name]: given });
  const [fault] = faults;
  if (fault) throw new TiercutError(tellFault(fault));
  return (known[name] ?? null) === null ? null : given;
}

/** Asks an almanac for all the facts that some nodes rest on. */
export async function known(
  nodes: readonly NodeId[],
  plan: Plan,
  declared: Declared,
  almanac: Almanac,
): Promise<Known> {
  const names = factsUnder(nodes, plan);
  const given = await Promise.all(names.map((n) => almanac.factValue(n)));
  const record = Object.fromEntries(names.map((n, i) => [n, given[i]]));
  const read: ReadFacts = readFacts(declared, record);
  return read.known;
}

function factsUnder(nodes: readonly NodeId[], plan: Plan): readonly string[] {
  const seen = new Set<NodeId>();
  const walk = (id: NodeId) => {
    if (seen.has(id)) return;
    seen.add(id);
    childrenOf(plan.nodes[id] as Node).forEach(walk);
  };
  nodes.forEach(walk);
  const found = [...seen].map((id) => plan.nodes[id] as Node);
  return found.flatMap((n) => (n.op === "fact" ? [n.name] : []));
}

/** A value as an engine takes it: a number where that holds it exactly, a decimal else. */
export function outward(value: Value): unknown {
  if (!(value instanceof Decimal)) return value;
  const number = value.toNumber();
  return value.eq(number) ? number : value;
}
