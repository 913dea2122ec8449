/** Traditional Chinese as it is written in Taiwan, made of simplified: character by character no reader there would believe it. */
import { Converter } from "opencc-js/cn2t";

const convert = Converter({ from: "cn", to: "twp" });

/** What the converter gets wrong, or says as nobody there does, in the order in which it is mended. */
const mends: readonly (readonly [RegExp, string])[] = [
  [/釋出/g, "發布"],
  [/賬/g, "帳"],
  [/畫素/g, "像素"],
  [/許可權/g, "權限"],
  [/引數/g, "參數"],
  [/後臺/g, "後台"],
  [/渠道/g, "管道"],
  [/最多隻/g, "最多只"],
  [/寫明瞭/g, "寫明了"],
  [/比如/g, "例如"],
  [/ ?TA ?/g, "對方"],
  [/“/g, "「"],
  [/”/g, "」"],
  // A noun is written otherwise than the verb.
  [/(的|閱讀|操作|有)記錄(?!了)/g, "$1紀錄"],
  [/二維碼/g, "QR Code"],
  [/(\p{Script=Han})(?=QR Code)|(?<=QR Code)(?=\p{Script=Han})/gu, "$1 "],
];

/** @param hans - a text in simplified Chinese */
export function toTaiwan(hans: string): string {
  return mends.reduce((text, [wrong, right]) => text.replace(wrong, right), convert(hans));
}
