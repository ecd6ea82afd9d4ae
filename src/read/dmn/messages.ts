import { catalogue } from "../../ruleset/diagnostics.ts";
import { xml } from "../xml/messages.ts";
import { cells } from "./messages/cells.ts";
import { file } from "./messages/file.ts";
import { outputs } from "./messages/outputs.ts";

const messages = { ...xml, ...file, ...cells, ...outputs };

/** Why something of a DMN file was left out, or carried over with a difference. */
export type DmnCode = keyof typeof messages;

/** Makes the refusal of something in a DMN file. */
export const make = /* @__PURE__ */ catalogue<DmnCode>(messages);
