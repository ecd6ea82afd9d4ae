import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { canonical } from "../ruleset/canonical.ts";

/**
 * Works out a document's SHA-256. `$schema` says where an editor looks, which is another place in
 * each folder: it is not run, and left out.
 */
export function hashOf({ $schema: _, ...run }: { readonly $schema?: string | undefined }): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(run))));
}
