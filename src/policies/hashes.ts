// The hash of each shipped ruleset, written by `npm run generate`.
export const hainanUnicom2003 = "9053f4eded2aa6057773412aa9fc4a6d9f7954ee08a45dc8782789117921b72d";
export const anqingMobile2010 = "0f374e46341f0377eced8216f44c4a57e8e211fadc54b023d28a1d07c2d144bb";
export const xianUnicom2012 = "d736d419705164a1454708d6722c3bda124eabf4e0c55328192ab9f2e5efe778";
