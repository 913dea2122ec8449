/**
 * Pictures that may stand for each other: style, never distance. None of them says yes or no, counts,
 * names a thing that is sold, or marks what a line is about.
 */
const GROUPS: readonly (readonly string[])[] = [
  ["😂", "🤣"],
  ["☀️", "🌞"],
  ["🎉", "🥳", "🎊"],
  ["❤️", "💕", "💗"],
  ["😊", "☺️", "😄"],
  ["😍", "🥰"],
  ["✨", "🌟"],
  ["👏", "🙌"],
  ["😋", "🤤"],
  ["😝", "😜"],
];

/** One beside a joiner or a skin tone is part of another picture (❤️‍🔥), and stays. */
const LISTED = new RegExp(
  `(?<!\\u200d)(${GROUPS.flat().join("|")})(?![\\u200d\\p{Emoji_Modifier}])`,
  "u",
);

/** The text cut at listed pictures, each with the others it may give way to. */
export function cutPictures(text: string): (string | readonly string[])[] {
  return text
    .split(LISTED)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const group = GROUPS.find((pictures) => pictures.includes(piece));
      return group === undefined ? piece : [piece, ...group.filter((other) => other !== piece)];
    });
}
