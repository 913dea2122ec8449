import { type Duration, duration, minute } from "../domain/units.ts";

/**
 * Silent reading rates of adults.
 *
 * English: 238 words a minute for non-fiction, 183 aloud (M. Brysbaert, "How many words do we read per
 * minute?", Journal of Memory and Language 109, 2019: 190 studies).
 *
 * Chinese: 255 characters a minute aloud (S. Trauzettel-Klosinski, K. Dietz, "Standardized Assessment
 * of Reading Performance: The New International Reading Speed Texts IReST", IOVS 53, 2012), taken to
 * silent reading by Brysbaert's ratio of 238 to 183.
 */
export const ENGLISH_WORDS_PER_MINUTE = 238;
export const CHINESE_CHARACTERS_PER_MINUTE = (255 * 238) / 183;

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Anything else with a letter or digit in it: "5G", "it's", "1,299.00" and "v2" are a word each. */
const WORD = /[\p{L}\p{N}]+(?:['’.,:/-][\p{L}\p{N}]+)*/gu;

/** Expected time to read plain text of mixed Chinese and English, in whole ms. No text: 0. */
export function expectedReadingMs(plainText: string): Duration {
  const characters = plainText.match(HAN)?.length ?? 0;
  const words = plainText.replace(HAN, " ").match(WORD)?.length ?? 0;
  const minutes = characters / CHINESE_CHARACTERS_PER_MINUTE + words / ENGLISH_WORDS_PER_MINUTE;
  return duration(Math.round(minutes * minute));
}
