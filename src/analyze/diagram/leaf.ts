import type { Sense } from "./symbols.ts";

/** What a point comes to. */
export const isTrue = (leaf: Sense | undefined) => leaf?.is === "value" && leaf.value === true;
export const isFalse = (leaf: Sense | undefined) => leaf?.is === "value" && leaf.value === false;
export const isUnknown = (leaf: Sense | undefined) => leaf?.is === "value" && leaf.value === null;
