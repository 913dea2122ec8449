/**
 * Control characters, marks that turn the direction of what stands around them, characters that show nothing and
 * halves of characters: a name made of them looks like no name, or like somebody else's. Joiners inside a word or a
 * picture are part of it.
 */
export const invisible =
  /(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/u;

/** True of a text in which there is nothing to see: blanks, joiners, marks and tags that have nothing to stand on. */
export const isBlank = (text: string): boolean =>
  !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/[\u2800\u3164]/gu, ""));
