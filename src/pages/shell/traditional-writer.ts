/** Pairs of a character and what it becomes, one after the other; phrases that these get wrong, the longest first. */
export type Script = {
  readonly characters: string;
  readonly phrases: readonly (readonly [string, string])[];
};

/** Writes simplified Chinese in traditional characters and in the words of its readers. The build sees that it is right. */
export function writer({ characters, phrases }: Script): (text: string) => string {
  const pairs = characters.match(/../gu) ?? [];
  const becomes = new Map([
    ...pairs.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
    ...phrases,
  ]);
  const parts = new RegExp([...phrases.map(([phrase]) => phrase), " ?TA ?", "."].join("|"), "gu");
  return (text) =>
    text
      .replace(parts, (part) => becomes.get(part) ?? (part.includes("TA") ? "對方" : part))
      .replace(/(\p{Script=Han})(?=QR Code)|(?<=QR Code)(?=\p{Script=Han})/gu, "$1 ");
}
