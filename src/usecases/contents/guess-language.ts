/** "zh-CN" where a fifth or more of the letters are Chinese characters, else "en". */
export function guessLanguage(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > letters / 5 ? "zh-CN" : "en";
}
