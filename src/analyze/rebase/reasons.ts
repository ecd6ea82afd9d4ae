import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { han, listed } from "../../ruleset/phrase.ts";
import type { Text } from "../../ruleset/text.ts";
import type { ConflictReason } from "./rebased.ts";

/*
 * Why a place can't be merged, and what to do about it, in both languages.
 */

/** What a sentence may need. */
interface Spoken {
  /** The place in the variant's document. */
  readonly at: string;
  readonly day?: string | undefined;
  /** Where the base has it now, and whether the new document takes it out there. */
  readonly movedTo?: string | undefined;
  readonly isOut?: boolean;
  readonly refused?: Diagnostic | undefined;
}

interface Told {
  readonly message: Text;
  readonly help: Text;
}

const takeOut = ({ at }: Spoken): Text => ({
  zh: han`新文件保留了地方规则集的写法：要保留就不必改；要用所依据规则集的，就删去 \`${at}\``,
  en: `the new document keeps what the variant says: leave it so, or take \`${at}\` out of it to have the base's`,
});

const keptInFull = ({ at, movedTo }: Spoken): Text =>
  movedTo === undefined
    ? {
        zh: han`新文件把它完整写出以便保留：要保留就不必改；要随所依据的规则集去掉，就删去 \`${at}\``,
        en: `the new document writes it out in full: leave it so to keep it, or take \`${at}\` out of it to go with the base`,
      }
    : {
        zh: han`把改动写到 \`${movedTo}\`，再从新文件删去 \`${at}\``,
        en: `write the change at \`${movedTo}\`, and take \`${at}\` out of the new document`,
      };

const stillOut = ({ at, movedTo, isOut }: Spoken): Text => {
  if (movedTo !== undefined && !isOut)
    return {
      zh: han`要在新的位置也删去它，就把 \`${movedTo}\` 写成 \`null\`；\`${at}\` 这一行已没有作用`,
      en: `set \`${movedTo}\` to \`null\` to take it out there too; the line \`${at}\` does nothing any more`,
    };
  const lines = listed(movedTo === undefined ? [at] : [at, movedTo]);
  return {
    zh: han`新文件仍把它删去：要删去就不必改；要用所依据规则集的，就删去 ${lines.zh} 的写法`,
    en: `the new document still takes it out: leave it so, or delete what it says at ${lines.en} to have the base's`,
  };
};

/** Tells each reason. */
export const reasons: { readonly [R in ConflictReason]: (spoken: Spoken) => Told } = {
  "both-changed": (spoken) => ({
    message: {
      zh: "所依据的规则集和地方规则集都改了这里，改得不一样",
      en: "both the base and the variant have changed it, and not alike",
    },
    help: takeOut(spoken),
  }),
  "both-added": (spoken) => ({
    message: {
      zh: "所依据的规则集和地方规则集都新增了它，写得不一样",
      en: "both the base and the variant have added it, and not alike",
    },
    help: takeOut(spoken),
  }),
  "base-removed": (spoken) => ({
    message:
      spoken.movedTo === undefined
        ? {
            zh: "地方规则集改了它，而所依据的规则集已把它删去",
            en: "the variant changes it, and the base has taken it out",
          }
        : {
            zh: han`地方规则集改了它，而所依据的规则集已把它移到 \`${spoken.movedTo}\``,
            en: `the variant changes it, and the base has moved it to \`${spoken.movedTo}\``,
          },
    help: keptInFull(spoken),
  }),
  "variant-removed": (spoken) => ({
    message:
      spoken.movedTo === undefined
        ? {
            zh: "地方规则集删去了它，而所依据的规则集改了它",
            en: "the variant takes it out, and the base has changed it",
          }
        : {
            zh: han`地方规则集删去了它，而所依据的规则集已把它移到 \`${spoken.movedTo}\``,
            en: `the variant takes it out, and the base has moved it to \`${spoken.movedTo}\``,
          },
    help: stillOut(spoken),
  }),
  restated: (spoken) => ({
    message: {
      zh: "地方规则集写的是所依据规则集原来的内容，而所依据的规则集已改了它",
      en: "the variant states what the base had, and the base has changed it",
    },
    help: takeOut(spoken),
  }),
  dates: (spoken) => ({
    message: {
      zh: `自 ${spoken.day} 起，所依据规则集新的取值与地方规则集定的取值不能并存`,
      en: `from ${spoken.day} on the base's new value and the variant's can't both stand`,
    },
    help: takeOut(spoken),
  }),
  "other-meaning": ({ at }) => ({
    message: {
      zh: "所依据的规则集改了它的单位或类型，地方规则集写的取值含义变了",
      en: "the base counts it in another unit, or as another type, and so what the variant writes means something else",
    },
    help: {
      zh: han`按新的单位或类型改写 \`${at}\``,
      en: `write \`${at}\` anew, in the new unit or type`,
    },
  }),
  refused: ({ at, refused }) => ({
    message: {
      zh: han`所依据的规则集不再允许这样改：${refused?.message.zh}`,
      en: `the base does not bear it any more: ${refused?.message.en}`,
    },
    help: refused?.help ?? takeOut({ at }),
  }),
};
