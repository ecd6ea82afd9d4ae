import type { Fault } from "./row.ts";

/** What an input can be written in; GBK is the greater part of GB18030, and read as that. */
export const encodings = { "utf-8": "utf-8", gb18030: "gb18030", gbk: "gb18030" } as const;
export type Encoding = (typeof encodings)[keyof typeof encodings];

/** One line of the input, without its end. */
export type Line =
  | { readonly number: number; readonly text: string; readonly fault?: undefined }
  | { readonly number: number; readonly text?: undefined; readonly fault: Fault };

/** The longest line that is read: what is longer is rejected, and not held. */
const longest = 1 << 20;
const newline = 0x0a;

/**
 * Splits bytes into lines, in batches as they come. A line that is not in the encoding, or is too
 * long to hold, becomes a fault of its own and stops nothing.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<readonly Line[]> {
  const splitting = startSplitting(encoding);
  for await (const chunk of chunks) {
    const lines = splitting.add(chunk);
    if (lines.length > 0) yield lines;
  }
  const last = splitting.end();
  if (last.length > 0) yield last;
}

function startSplitting(encoding: Encoding) {
  const take = startCounting(encoding);
  let rest: Uint8Array = new Uint8Array();
  let overlong = false;
  return {
    add(chunk: Uint8Array): readonly Line[] {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const end = bytes.lastIndexOf(newline);
      rest = bytes.subarray(end + 1);
      const lines = end < 0 ? [] : take(bytes.subarray(0, end), overlong);
      if (end >= 0) overlong = false;
      if (rest.length > longest) [rest, overlong] = [new Uint8Array(), true];
      return lines;
    },
    end: (): readonly Line[] => (rest.length > 0 || overlong ? take(rest, overlong) : []),
  };
}

/** Numbers the lines of one block after the other; of an overlong line, only its end is there. */
function startCounting(encoding: Encoding) {
  let number = 0;
  return (block: Uint8Array, overlong: boolean): readonly Line[] =>
    decodeLines(block, encoding).map((line, i) => {
      number += 1;
      const fault = i === 0 && overlong ? tooLong : line.fault;
      return fault ? { number, fault } : { number, text: trimEnd(line.text ?? "", number) };
    });
}

/** Takes off the carriage return before a newline, and the mark before the first line. */
function trimEnd(text: string, number: number): string {
  const start = number === 1 && text.startsWith("\uFEFF") ? 1 : 0;
  return text.slice(start, text.endsWith("\r") ? -1 : undefined);
}

type Decoded = { readonly text?: string; readonly fault?: Fault };

/** Decodes a block of whole lines at once; only where that fails, line by line. */
function decodeLines(block: Uint8Array, encoding: Encoding): readonly Decoded[] {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  if (block.length > longest) return cutLines(block).map((line) => decodeLine(line, encoding));
  try {
    return decoder
      .decode(block)
      .split("\n")
      .map((text) => ({ text }));
  } catch {
    return cutLines(block).map((line) => decodeLine(line, encoding));
  }
}

function decodeLine(line: Uint8Array, encoding: Encoding): Decoded {
  if (line.length > longest) return { fault: tooLong };
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(line) };
  } catch {
    return { fault: undecodable[encoding] };
  }
}

function cutLines(block: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = block.indexOf(newline); end >= 0; end = block.indexOf(newline, start)) {
    lines.push(block.subarray(start, end));
    start = end + 1;
  }
  return [...lines, block.subarray(start)];
}

const undecodable: Readonly<Record<Encoding, Fault>> = {
  "utf-8": {
    message: { zh: "这一行有不合 UTF-8 的字节", en: "the line has bytes that are not UTF-8" },
    help: {
      zh: "把文件另存为 UTF-8；如果它出自中文系统，用 `--encoding gb18030` 读取",
      en: "save the file as UTF-8, or read it with `--encoding gb18030` where a Chinese system wrote it",
    },
  },
  gb18030: {
    message: { zh: "这一行有不合 GB18030 的字节", en: "the line has bytes that are not GB18030" },
    help: {
      zh: "如果文件是 UTF-8，去掉 `--encoding`",
      en: "leave `--encoding` out where the file is UTF-8",
    },
  },
};

const tooLong: Fault = {
  message: { zh: "这一行超过一百万字节", en: "the line is longer than a million bytes" },
  help: {
    zh: "一行只写一条，或闭合前面没有闭合的引号",
    en: "write one row a line, or close a quote left open before it",
  },
};
