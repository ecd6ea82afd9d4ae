import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from "@vitest/expect";
import * as chai from "chai";

/* As much of vitest as the tests of the rules use. */

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
);

/** Makes `describe` and `it`, which hand over each test with its whole name, and `expect`. */
export function api(found) {
  const names = [];
  const describe = (name, body) => {
    names.push(name);
    body();
    names.pop();
  };
  const it = (name, ...more) => {
    const body = more.find((m) => typeof m === "function");
    found({ name: [...names, name].join(" "), body });
  };
  const each = (to) => (table) => (name, body) =>
    table.forEach((row, i) => {
      const cells = Array.isArray(row) ? row : [row];
      to(`${name} (${i})`, () => body(...cells));
    });
  const skipIf = (to) => (skip) => (skip ? () => {} : to);
  for (const to of [describe, it]) Object.assign(to, { each: each(to), skipIf: skipIf(to) });
  return { describe, it, expect };
}
