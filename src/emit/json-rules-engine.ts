/**
 * Hands decisions to json-rules-engine.
 * @packageDocumentation
 */

export { toEngine } from "./json-rules-engine/to-engine.ts";
