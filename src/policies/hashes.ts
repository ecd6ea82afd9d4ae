// The hash of each shipped ruleset, written by `npm run generate`.
export const hainanUnicom2003 = "b24c833dd2f7467e8ebdb13caf722be9c1eb69fa5edc1a3535e7148a9b0962f7";
export const anqingMobile2010 = "0f374e46341f0377eced8216f44c4a57e8e211fadc54b023d28a1d07c2d144bb";
export const xianUnicom2012 = "d736d419705164a1454708d6722c3bda124eabf4e0c55328192ab9f2e5efe778";
