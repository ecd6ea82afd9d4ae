import type { Options } from "tsup";
import { defineConfig } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * One output file for each source file, so that who imports two functions drops the rest (zod with
 * it). Entries bundled into shared chunks would not: a chunk that holds a schema keeps zod alive.
 */
const keepModules: Plugin = {
  name: "keep-modules",
  setup(build) {
    const extension = build.initialOptions.format === "cjs" ? ".cjs" : ".js";
    build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path }) =>
      kind === "entry-point"
        ? undefined
        : { path: path.replace(/\.ts$/, extension), external: true, sideEffects: false },
    );
  },
};

const shared = {
  target: "es2022",
  platform: "neutral",
  splitting: false,
  esbuildPlugins: [keepModules],
} satisfies Options;

export default defineConfig([
  {
    ...shared,
    entry: ["src/**/*.ts", "!src/cli/**"],
    format: ["esm", "cjs"],
    outDir: "dist",
    clean: ["!cli/**"],
    dts: {
      entry: [
        "src/index.ts",
        "src/policies/hainan-unicom-2003.ts",
        "src/policies/anqing-mobile-2010.ts",
        "src/policies/xian-unicom-2012.ts",
        "src/testing/index.ts",
        "src/emit/json-rules-engine.ts",
        "src/read/dmn.ts",
        "src/read/pmml.ts",
      ],
      compilerOptions: { ignoreDeprecations: "6.0" },
    },
  },
  {
    ...shared,
    platform: "node",
    entry: ["src/cli/**/*.ts"],
    format: ["esm"],
    outDir: "dist/cli",
    clean: true,
  },
]);
