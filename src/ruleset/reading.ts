import type { ErrorCode } from "./codes.ts";
import { catalogue } from "./diagnostics.ts";
import { reading } from "./messages/reading.ts";

/** Makes the diagnostic of a fault that only reading a document can find. */
export const readingFault = /* @__PURE__ */ catalogue<ErrorCode & keyof typeof reading>(reading);
