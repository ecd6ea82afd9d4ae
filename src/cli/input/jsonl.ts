import { Refused, show } from "../io.ts";
import type { Line } from "./lines.ts";
import type { Fault, Row, Table } from "./row.ts";
import { scan } from "./scan.ts";
import { Written } from "./written.ts";

/** Opens JSON lines: each line that is not blank is an object, and a row. */
export async function openJsonLines(
  lines: AsyncIterable<readonly Line[]>,
  name: string,
): Promise<Table> {
  const batches = readRows(lines);
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    const [first] = next.value;
    if (!first) continue;
    const headings = Object.keys(first.record ?? {});
    return { format: "jsonl", headings, rows: chain(next.value, batches) };
  }
  throw new Refused(`${show(name)} is empty: it has no rows, which are one JSON object a line`);
}

async function* chain(
  first: readonly Row[],
  later: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  yield first;
  yield* later;
}

async function* readRows(
  lines: AsyncIterable<readonly Line[]>,
): AsyncGenerator<readonly Row[], undefined> {
  let row = 0;
  for await (const batch of lines) {
    const written = batch.filter((l) => l.text === undefined || l.text.trim() !== "");
    yield written.map((line) => {
      row += 1;
      return { row, line: line.number, ...readObject(line) };
    });
  }
}

type Read =
  | { readonly record: Readonly<Record<string, unknown>>; readonly faults?: undefined }
  | { readonly record?: undefined; readonly faults: readonly Fault[] };

function readObject({ text, fault }: Line): Read {
  if (fault) return { faults: [fault] };
  const value = parse(text);
  if (value === undefined) return { faults: [{ value: text, ...broken }] };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { faults: [{ value: text, ...noObject }] };
  }
  const { twice, depth, numbers } = scan(text);
  if (twice !== undefined) return { faults: [{ column: twice, ...repeated }] };
  if (depth > deepest) return { faults: [{ value: text, ...tooDeep }] };
  const record = value as Record<string, unknown>;
  for (const [key, number] of numbers) record[key] = new Written(number);
  return { record };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const deepest = 100;

const broken = {
  message: { zh: "这一行不是 JSON", en: "the line is not JSON" },
  help: {
    zh: '每行写一个 JSON 的 `{ … }`，例如 `{"members": 12}`',
    en: 'write one JSON object a line, such as `{"members": 12}`',
  },
};
const noObject = {
  message: { zh: "这一行是 JSON，但不是 `{ … }`", en: "the line is JSON and not an object" },
  help: {
    zh: "每行写一个 JSON 的 `{ … }`，字段名用事实的名称",
    en: "write one JSON object a line, its keys the names of facts",
  },
};
const repeated = {
  message: {
    zh: "这个字段在一行里写了两次，不清楚以哪个为准",
    en: "the key stands twice in the line, and it is not clear which is meant",
  },
  help: { zh: "只保留一个", en: "keep one of the two" },
};
const tooDeep = {
  message: {
    zh: `列表和 \`{ … }\` 套了超过 ${deepest} 层`,
    en: `lists and objects lie in one another more than ${deepest} deep`,
  },
  help: {
    zh: "每行写一个 JSON 的 `{ … }`，值用文字、数字、`true`、`false` 或文字的列表",
    en: "write one JSON object a line, its values texts, numbers, true, false or lists of texts",
  },
};
