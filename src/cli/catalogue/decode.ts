import { type Unfit, unfit } from "./messages.ts";

/** Reads bytes as UTF-8, or tells on which line they are not, and what they look like instead. */
export function decode(
  bytes: Uint8Array,
): { readonly text: string; readonly size: number } | Unfit {
  const text = readAs("utf-8", bytes);
  if (text !== undefined) return { text, size: bytes.length };
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) return unfit.wideText();
  const line = firstWrongLine(bytes);
  return readAs("gb18030", bytes) === undefined ? unfit.bytes(line) : unfit.chinese(line);
}

/** A byte-order mark is left in the text: the loader tells of it. */
function readAs(encoding: "utf-8" | "gb18030", bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstWrongLine(bytes: Uint8Array): number {
  const lineFeed = 0x0a;
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(lineFeed, from);
    const own = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (readAs("utf-8", own) === undefined || end < 0) return line;
    from = end + 1;
  }
}
