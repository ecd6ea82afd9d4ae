import { describe, expect, it } from "vitest";
import { tellHistory } from "../../../src/cli/show/history.ts";

const base = "hainan-unicom-2003 1.0.1";
const sanya = "sanya-2004 1.1.0";
const yalong = "yalong-2005 1.0.0";

/** Tells what documents said of a value, one after the other. */
function told(lang: "zh" | "en", ...said: readonly (readonly [string, unknown])[]) {
  const history = said.map(([document, value]) => ({ document, path: "/x", value }));
  return tellHistory(history, base, lang);
}

describe("the history of a value", () => {
  it("is told as in the reference sentence", () => {
    expect(told("en", [base, 50000], [sanya, 60000])).toBe(
      "50000 set by hainan-unicom-2003 1.0.1, raised to 60000 by sanya-2004 1.1.0",
    );
    expect(told("zh", [base, 50000], [sanya, 60000])).toBe(
      "50000 由 hainan-unicom-2003 1.0.1 设定，由 sanya-2004 1.1.0 提高到 60000",
    );
  });

  it.each<readonly [string, string, readonly (readonly [string, unknown])[]]>([
    [
      "0.5 set by hainan-unicom-2003 1.0.1, lowered to 0.25 by sanya-2004 1.1.0, raised to 1 by yalong-2005 1.0.0",
      "0.5 由 hainan-unicom-2003 1.0.1 设定，由 sanya-2004 1.1.0 降低到 0.25，由 yalong-2005 1.0.0 提高到 1",
      [
        [base, 0.5],
        [sanya, 0.25],
        [yalong, 1],
      ],
    ],
    [
      "`lower` set by hainan-unicom-2003 1.0.1, changed to `upper` by sanya-2004 1.1.0",
      "`lower` 由 hainan-unicom-2003 1.0.1 设定，由 sanya-2004 1.1.0 改为 `upper`",
      [
        [base, "lower"],
        [sanya, "upper"],
      ],
    ],
    [
      "3 set by hainan-unicom-2003 1.0.1, taken away by sanya-2004 1.1.0, 4 added by yalong-2005 1.0.0",
      "3 由 hainan-unicom-2003 1.0.1 设定，由 sanya-2004 1.1.0 去掉，4 由 yalong-2005 1.0.0 新增",
      [
        [base, 3],
        [sanya, null],
        [yalong, 4],
      ],
    ],
    ["7 added by sanya-2004 1.1.0", "7 由 sanya-2004 1.1.0 新增", [[sanya, 7]]],
    [
      "7 set by hainan-unicom-2003 1.0.1, kept at 7 by sanya-2004 1.1.0",
      "7 由 hainan-unicom-2003 1.0.1 设定，由 sanya-2004 1.1.0 保持为 7",
      [
        [base, 7],
        [sanya, 7],
      ],
    ],
    [
      "7 set by hainan-unicom-2003 1.0.1, changed to `7` by sanya-2004 1.1.0",
      "7 由 hainan-unicom-2003 1.0.1 设定，由 sanya-2004 1.1.0 改为 `7`",
      [
        [base, 7],
        [sanya, "7"],
      ],
    ],
    ["added by sanya-2004 1.1.0", "由 sanya-2004 1.1.0 新增", [[sanya, { from: 3 }]]],
    [
      "set by hainan-unicom-2003 1.0.1, changed by sanya-2004 1.1.0",
      "由 hainan-unicom-2003 1.0.1 设定，由 sanya-2004 1.1.0 改动",
      [
        [base, [1]],
        [sanya, [1, 2]],
      ],
    ],
    [
      "true set by hainan-unicom-2003 1.0.1, changed to false by sanya-2004 1.1.0",
      "true 由 hainan-unicom-2003 1.0.1 设定，由 sanya-2004 1.1.0 改为 false",
      [
        [base, true],
        [sanya, false],
      ],
    ],
  ])("is %s", (en, zh, said) => {
    expect([told("en", ...said), told("zh", ...said)]).toEqual([en, zh]);
  });
});
