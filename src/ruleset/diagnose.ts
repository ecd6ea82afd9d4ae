import { catalogue, type Diagnostic } from "./diagnostics.ts";
import type { Fault, FaultCode } from "./fault.ts";
import { form } from "./messages/form.ts";
import { meaning } from "./messages/meaning.ts";
import { names } from "./messages/names.ts";
import { setting } from "./messages/setting.ts";

/** Makes the diagnostic of a fault for which a ruleset is refused. */
export const diagnose = /* @__PURE__ */ catalogue<FaultCode>({
  ...form,
  ...names,
  ...meaning,
  ...setting,
});

/** Tells a fault that was found while settling or lowering. */
export function diagnosed({ code, path, words }: Fault): Diagnostic {
  return diagnose(code, path, words);
}
