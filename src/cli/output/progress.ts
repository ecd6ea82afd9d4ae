import { counted, type Io } from "../io.ts";

/** A line on the terminal that says how far a run is. */
export interface Progress {
  /** Begins a pass over the rows. */
  start(pass: number, of: number): void;
  /** Counts on in the pass begun last. */
  add(rows: number): void;
  /** Takes the line away. */
  wipe(): void;
}

const pause = 100;

/** Starts the line; where standard error is no terminal, nothing is shown. */
export function startProgress({ stderr }: Io): Progress {
  let [label, seen, shown, last] = ["", 0, false, 0];
  return {
    add(rows) {
      seen += rows;
      const now = performance.now();
      if (!stderr.isTTY || (shown && now - last < pause)) return;
      [shown, last] = [true, now];
      stderr.write(`\r\x1b[K${label}${counted(seen, "row")}`);
    },
    start(pass, of) {
      [label, seen] = [of > 1 ? `pass ${pass} of ${of}: ` : "", 0];
    },
    wipe() {
      if (shown) stderr.write("\r\x1b[K");
      shown = false;
    },
  };
}
