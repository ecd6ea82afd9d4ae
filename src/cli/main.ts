#!/usr/bin/env node
import { isGone, visible } from "./io.ts";
import { run } from "./run.ts";

const { stdin, stdout, stderr } = process;
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    stop.abort(signal);
  });
}
/** What could not be written; that who reads has seen enough is no failure. */
const failures = new Map<string, Error>();
for (const [name, stream] of Object.entries({ "standard output": stdout, stderr })) {
  stream.on("error", (error) => {
    if (!isGone(error)) failures.set(name, error);
  });
}
const { env } = process;
const io = { stdin, stdout, stderr, cwd: folder(), env, signal: stop.signal };
const status = await run(process.argv.slice(2), io);
if (stop.signal.aborted) leave(stop.signal.reason);
else process.exitCode = await settle(status);

/** The folder paths are taken from; one that was deleted in the meantime is none. */
function folder(): string {
  try {
    return process.cwd();
  } catch {
    stderr.write("tiercut: the folder this was started in is gone: go to another one\n");
    process.exit(2);
  }
}

/** Waits for what is still being written, and tells of what could not be. */
async function settle(status: number): Promise<number> {
  for (const stream of [stdout, stderr]) {
    await new Promise<void>((done) => stream.write("", () => done()));
  }
  for (const [name, { message }] of status === 2 ? [] : failures) {
    stderr.write(visible(`tiercut: ${name} can't be written: ${message}\n`));
  }
  return failures.size > 0 ? 2 : status;
}

/** Ends the process though it may still wait for a pipe: a read that blocks holds up any exit. */
function leave(signal: NodeJS.Signals) {
  process.exitCode = 130;
  setTimeout(() => process.kill(process.pid, signal), 100).unref();
}
