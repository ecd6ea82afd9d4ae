/** Fails the build when anything of zod ends up in the bundle. */
const withoutZod = {
  name: "without-zod",
  setup(build) {
    build.onEnd(({ metafile }) => {
      const kept = Object.values(metafile?.outputs ?? {})
        .flatMap(({ inputs }) => Object.entries(inputs))
        .filter(([file, { bytesInOutput }]) => file.includes("node_modules/zod/") && bytesInOutput)
        .map(([file]) => ({ text: `zod is in the bundle: ${file}` }));
      return { errors: kept.slice(0, 3) };
    });
  },
};

export default [
  {
    name: "evaluate a ruleset already checked",
    path: "dist/index.js",
    import: "{ compile, evaluate }",
    limit: "33 kB",
    modifyEsbuildConfig: (config) => ({ ...config, plugins: [withoutZod] }),
  },
];
