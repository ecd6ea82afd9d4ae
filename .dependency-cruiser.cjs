/**
 * Imports point one way only: cli, testing, policies -> analyze, emit, read, load, execute ->
 * kinds -> plan -> ruleset. Inside one layer, folders may import each other. Type imports count too.
 */
const layers = [
  ["ruleset"],
  ["plan"],
  ["kinds"],
  ["analyze", "emit", "read", "load", "execute"],
  ["policies", "testing", "cli"],
];

const folders = (names) => `^src/(${names.join("|")})/`;

const upward = layers.slice(0, -1).map((layer, level) => ({
  name: `${layer.join("-")}-imports-nothing-above`,
  comment: "a lower layer never imports a higher one",
  severity: "error",
  from: { path: folders(layer) },
  to: { path: [folders(layers.slice(level + 1).flat()), "^src/index[.]ts$"] },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: "known-folders-only",
      comment: "a new folder under src is given its layer here first",
      severity: "error",
      from: { path: "^src/", pathNot: [folders(layers.flat()), "^src/index[.]ts$"] },
      to: {},
    },
    {
      name: "cli-is-a-leaf",
      comment: "what only the command line needs is loaded only there",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "testing-is-apart",
      comment: "a caller who evaluates does not carry the test tools",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(testing|cli)/" },
      to: { path: "^src/testing/" },
    },
    {
      name: "no-cycles",
      comment: "type imports count too: a cycle of types is two files that want to be one",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-node-outside-cli",
      comment: "the library runs in a browser and in an edge worker",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "zod-only-where-rulesets-are-read",
      comment: "who evaluates a ruleset already checked does not carry zod",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: ["/schema[.]ts$", "^src/ruleset/schema/", "^src/load/"],
      },
      to: { path: "node_modules/zod/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "compare-versions-only-where-variants-are-resolved",
      comment: "who evaluates a ruleset already resolved does not carry it",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/load/variant/" },
      to: { path: "node_modules/compare-versions/" },
    },
    {
      name: "saxes-only-where-xml-is-read",
      comment: "an optional peer: who reads no XML need not install it",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/read/" },
      to: { path: "node_modules/saxes/" },
    },
    {
      name: "papaparse-only-in-cli",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "node_modules/(@types/)?papaparse/" },
    },
    {
      name: "no-dev-dependencies",
      comment: "what is published may import only what it installs, and the optional peers",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only", "npm", "npm-peer"],
      },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "nothing-outside",
      comment: "a source file imports sources, packages and the shipped rulesets",
      severity: "error",
      from: { path: "^src/" },
      to: {
        pathNot: ["^src/", "^rulesets/", "node_modules/", "^package[.]json$"],
        dependencyTypesNot: ["core"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
