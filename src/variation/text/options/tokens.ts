/** A text as the signs and words that are compared: each Chinese character and each other word or number. */
export interface Token {
  /** In lower case and one width. */
  readonly text: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** In which clause it stands, counted from 0. */
  readonly clause: number;
}

const TOKEN =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:['’.:-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*|\S/gu;
const WORD = /[\p{L}\p{N}]/u;
const CLAUSE_END = /[，。！？；：,;:!?.、—\n]/u;

/** A new thing begins here, whether a comma says so or not. */
const JOINS = /^(?:and|but|while|whereas|而)$/;

/** Words in their order; punctuation, pictures and spaces only part clauses. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  let from = 0;
  for (const { index, 0: sign } of text.matchAll(TOKEN)) {
    if (text.slice(from, index).includes("\n")) clause++;
    from = index;
    if (!WORD.test(sign)) {
      if (CLAUSE_END.test(sign)) clause++;
      continue;
    }
    const plain = sign.normalize("NFKC").toLowerCase().replaceAll("’", "'");
    if (JOINS.test(plain)) clause++;
    tokens.push({ text: plain, start: index, end: index + sign.length, clause });
  }
  return tokens;
}

/** A replaced, added or left out stretch: token indices in the one text and the other. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** More tokens than this are not aligned one by one. */
const MOST = 600;

/** Where two rows of words differ, by their longest common subsequence; undefined for texts far too long. */
export function hunksOf(a: readonly string[], b: readonly string[]): Hunk[] | undefined {
  if (a.length > MOST || b.length > MOST) return undefined;
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [from, otherFrom] = [i, j];
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) break;
      const down = i < a.length ? (common[(i + 1) * width + j] ?? 0) : -1;
      const right = j < b.length ? (common[i * width + j + 1] ?? 0) : -1;
      if (down >= right) i++;
      else j++;
    }
    if (i > from || j > otherFrom) hunks.push({ from, to: i, otherFrom, otherTo: j });
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    }
  }
  return hunks;
}
