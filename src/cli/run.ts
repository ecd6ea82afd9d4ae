import { TiercutError } from "../ruleset/diagnostics.ts";
import { suggestion } from "../ruleset/suggest.ts";
import * as check from "./commands/check.ts";
import * as diff from "./commands/diff.ts";
import * as evaluate from "./commands/evaluate.ts";
import * as explain from "./commands/explain.ts";
import * as list from "./commands/list.ts";
import * as rebase from "./commands/rebase.ts";
import * as rules from "./commands/rules.ts";
import * as sample from "./commands/sample.ts";
import * as show from "./commands/show.ts";
import * as test from "./commands/test.ts";
import * as types from "./commands/types.ts";
import { help } from "./help.ts";
import { type Io, isGone, show as quote, Refused, visible } from "./io.ts";
import { version } from "./version.ts";

type Command = (args: readonly string[], io: Io) => Promise<number>;

const commands: Readonly<Record<string, { readonly usage: string; readonly run: Command }>> = {
  evaluate: { usage: evaluate.usage, run: evaluate.evaluate },
  explain: { usage: explain.usage, run: explain.explain },
  check: { usage: check.usage, run: check.check },
  diff: { usage: diff.usage, run: diff.diff },
  test: { usage: test.usage, run: test.test },
  rebase: { usage: rebase.usage, run: rebase.rebase },
  list: { usage: list.usage, run: list.list },
  show: { usage: show.usage, run: show.show },
  rules: { usage: rules.usage, run: rules.rules },
  types: { usage: types.usage, run: types.types },
  sample: { usage: sample.usage, run: sample.sample },
};

/**
 * Runs the command.
 *
 * @returns the exit status: 0, also where who reads has seen enough; 1 where rows were rejected; 2 where nothing could be run
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof Error && isGone(error) && !io.signal?.aborted) return 0;
    const told = tellError(error, io);
    if (told) io.stderr.write(`tiercut: ${visible(told)}\n`);
    return 2;
  }
}

async function dispatch([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === "--version") {
    io.stdout.write(`${await version()}\n`);
    return 0;
  }
  const usages = Object.values(commands).map((c) => c.usage);
  const asked = ["help", "--help", "-h"];
  if (
    name === undefined ||
    asked.includes(name) ||
    args.some((a) => a === "--help" || a === "-h")
  ) {
    (name === undefined ? io.stderr : io.stdout).write(help(usages));
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command.run(args, io);
  const { near, known } = suggestion(name, Object.keys(commands));
  throw new Refused(
    `there is no command ${quote(name)}; ${near ? `did you mean \`${near}\`?` : `there are ${known.en}`}`,
  );
}

/** What is told of an error; nothing where the user broke the run off. */
function tellError(error: unknown, io: Io): string | undefined {
  if (io.signal?.aborted) return undefined;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof Refused || error instanceof TiercutError) return error.message;
  return code === undefined ? `this is a fault of tiercut: ${error.stack}` : error.message;
}
