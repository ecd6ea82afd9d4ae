// The hash of each shipped ruleset, written by `npm run generate`.
export const hainanUnicom2003 = "9053f4eded2aa6057773412aa9fc4a6d9f7954ee08a45dc8782789117921b72d";
export const anqingMobile2010 = "9a0bc45bc8b0a800f284fe6644972b30837884c6bc83f924cc8b32a1a7cc5f93";
export const xianUnicom2012 = "d736d419705164a1454708d6722c3bda124eabf4e0c55328192ab9f2e5efe778";
