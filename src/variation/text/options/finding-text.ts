/** What was seen in an option, as a sentence for the one who writes. */
import type { AuthorLanguage } from "../../../domain/vocabulary.ts";
import { told } from "../proposing/asking.ts";
import type { Finding } from "./finding.ts";

type Tells = Readonly<Record<Finding["kind"], (word: string, instead: string) => string>>;

const SIMPLIFIED: Tells = {
  facts: (word) => `“${word}”要和原句一样，也不能多出别的事实`,
  "new-tokens": (word) => `原句没有“${word}”`,
  operators: (word) => `“${word}”只有一边有：是不是说反了，或放宽了`,
  locked: (word) => `“${word}”要照原样写`,
  banned: (word) => `“${word}”不许用`,
  length: () => "比原句长太多或短太多",
  balance: (word) => `${word} 没有成对`,
  doubled: (word) => `“${word}”连着说了两遍`,
  pronoun: (word) => `“${word}”和全文的称呼不一致`,
  characters: (word) => `“${word}”不是这段文字里会用的符号`,
  claims: (word) => `“${word}”是原句没有的承诺`,
  voice: (word) => `“${word}”：原句不是第一人称`,
  same: () => "和已有的说法一样",
  contrast: (word, instead) => `“${instead}”变成了“${word}”`,
  crossed: (word) => `“${word}”和别的对调了位置`,
  swap: (word, instead) => `“${instead}”换成了“${word}”`,
  time: (word) => `原句没有说“${word}”`,
};

const TRADITIONAL: Tells = {
  facts: (word) => `「${word}」要和原句一樣，也不能多出別的事實`,
  "new-tokens": (word) => `原句沒有「${word}」`,
  operators: (word) => `「${word}」只有一邊有：是不是說反了，或放寬了`,
  locked: (word) => `「${word}」要照原樣寫`,
  banned: (word) => `「${word}」不許用`,
  length: () => "比原句長太多或短太多",
  balance: (word) => `${word} 沒有成對`,
  doubled: (word) => `「${word}」連著說了兩遍`,
  pronoun: (word) => `「${word}」和全文的稱呼不一致`,
  characters: (word) => `「${word}」不是這段文字裡會用的符號`,
  claims: (word) => `「${word}」是原句沒有的承諾`,
  voice: (word) => `「${word}」：原句不是第一人稱`,
  same: () => "和已有的說法一樣",
  contrast: (word, instead) => `「${instead}」變成了「${word}」`,
  crossed: (word) => `「${word}」和別的對調了位置`,
  swap: (word, instead) => `「${instead}」換成了「${word}」`,
  time: (word) => `原句沒有說「${word}」`,
};

/** A finding by its word, in the language of the one who writes; English says what the model is told. */
export function findingText(finding: Finding, language: AuthorLanguage): string {
  if (language === "en") return told(finding);
  const { kind, word, instead = "" } = finding;
  return (language === "zh-TW" ? TRADITIONAL : SIMPLIFIED)[kind](word, instead);
}
