/** The questions to a model: rules come from Starling, the post is text to work on and nothing more. */
import type { Finding } from "../options/finding.ts";
import type { Script } from "../protect/protect.ts";
import type { ListName } from "../words/rule.ts";
import { rulesOf } from "../words/words.ts";
import { PROPOSE, READ } from "./prompts.ts";
import type { AskedSentence } from "./sentences.ts";

export interface Question {
  readonly rules: string;
  readonly post: string;
}

/** A post's sentences with their facts visible inside marks, which are numbered through the whole post. */
export interface MarkedPost {
  /** Each sentence with its marks. */
  readonly lines: readonly string[];
  /** What each mark stands for; the first is number 1. */
  readonly marks: readonly string[];
}

export function markPost(sentences: readonly AskedSentence[]): MarkedPost {
  const marks: string[] = [];
  const lines = sentences.map(({ text, kept }) => {
    let line = "";
    let from = 0;
    for (const { start, end } of kept) {
      marks.push(text.slice(start, end));
      line += `${text.slice(from, start)}⟦${marks.length}:${text.slice(start, end)}⟧`;
      from = end;
    }
    return (line + text.slice(from)).replaceAll("\n", " ");
  });
  return { lines, marks };
}

/** What an answer's marks stand for, put in their places. A mark that is none of the post's stays and is seen. */
export function unmarked(text: string, marks: readonly string[]): string {
  return text.replace(
    /⟦([1-9]\d*)(?::([^⟧]*))?⟧/gu,
    (mark, number: string, said: string | undefined) => said ?? marks[Number(number) - 1] ?? mark,
  );
}

/** So many words of each list are told; the gates know all of them. */
const TOLD = 60;

/** Asks for options of the sentences with these indices. */
export function proposeQuestion(
  sentences: readonly AskedSentence[],
  asked: readonly number[],
  script: Script,
  bannedWords: readonly string[],
): Question {
  const words = (list: ListName) =>
    rulesOf(list, script)
      .filter(({ pattern }) => !pattern)
      .map(({ words: [word = ""] }) => word)
      .slice(0, TOLD)
      .join(script === "han" ? "、" : ", ");
  return {
    rules: [
      PROPOSE.rules,
      "",
      "No option may add one of these words where its sentence does not have it:",
      ...(bannedWords.length > 0 ? [`banned here: ${bannedWords.join(", ")}`] : []),
      `banned by law: ${words("banned")}`,
      `promises and proofs: ${words("claims")}`,
      `times: ${words("times")}`,
      `What these words deny, limit or condition stays so: ${words("operators")}`,
    ].join("\n"),
    post: numbered(sentences, asked),
  };
}

/** An option that cannot be used, and why. */
export interface Refused {
  readonly sentence: number;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Asks once more, for what failed, each told by its very word. */
export function againQuestion(question: Question, refused: readonly Refused[]): Question {
  const lines = refused.map(
    ({ sentence, text, findings }) =>
      `${sentence + 1}: ${text.replaceAll("\n", " ")}\n   ${findings.map(told).join("; ")}`,
  );
  return {
    rules: `${question.rules}\n\nSome options could not be used. Write others in their place, for these sentences alone.`,
    post: `${question.post}\n\nCould not be used:\n${lines.join("\n")}`,
  };
}

const TELLS: Readonly<Record<Finding["kind"], (word: string, instead: string) => string>> = {
  facts: (word) => `“${word}” has to be there just as it is written, and nothing like it added`,
  "new-tokens": (word) => `“${word}” is not in the sentence`,
  operators: (word) => `“${word}” denies or limits in only one of the two`,
  locked: (word) => `“${word}” has to stay as it is written`,
  banned: (word) => `“${word}” is banned`,
  length: () => "it is much longer or shorter than the sentence",
  balance: (word) => `${word} is opened or closed once too often`,
  doubled: (word) => `“${word}” is said twice running`,
  pronoun: (word) => `“${word}” does not go with how the post addresses its readers`,
  characters: (word) => `“${word}” is a sign that the post does not use`,
  claims: (word) => `“${word}” promises what the sentence does not`,
  voice: (word) => `“${word}”: nobody speaks in the first person there`,
  same: () => "it says just what is there already",
  contrast: (word, instead) => `it says “${word}” for “${instead}”`,
  crossed: (word) => `“${word}” has changed places with another thing`,
  swap: (word, instead) => `“${word}” stands for “${instead}”`,
  time: (word) => `“${word}” is a time that the sentence does not name`,
};

/** What was seen, in a sentence that names the word. */
export function told({ kind, word, instead = "" }: Finding): string {
  return TELLS[kind](word, instead);
}

/** Asks a stranger to read the options of the sentences with these indices. */
export function readQuestion(
  sentences: readonly AskedSentence[],
  options: ReadonlyMap<number, readonly string[]>,
): Question {
  const { lines } = markPost(sentences);
  const post = lines.map((line, i) => {
    const ways = options.get(i);
    if (ways === undefined) return `${i + 1}= ${line}`;
    return [`${i + 1}. ${line}`, ...ways.map((way, k) => `   ${letter(k)}. ${way}`)].join("\n");
  });
  return { rules: READ.rules, post: post.join("\n") };
}

/** a, b, c … of a sentence's options. */
export function letter(index: number): string {
  return String.fromCharCode(97 + index);
}

function numbered(sentences: readonly AskedSentence[], asked: readonly number[]): string {
  return markPost(sentences)
    .lines.map((line, i) => `${i + 1}${asked.includes(i) ? "." : "="} ${line}`)
    .join("\n");
}
