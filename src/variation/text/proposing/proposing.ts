/** From a draft to options of its sentences, judged and read: what is asked, and what becomes of the answers. */

import { normalise } from "../normalise.ts";
import type { Finding } from "../options/finding.ts";
import { optionJudge } from "../options/judge.ts";
import { type Script, scriptOf } from "../protect/protect.ts";
import { readOptions, readReadings } from "./answers.ts";
import {
  againQuestion,
  markPost,
  proposeQuestion,
  type Question,
  type Refused,
  readQuestion,
  unmarked,
} from "./asking.ts";
import { type AskedSentence, askedSentences, textOf } from "./sentences.ts";

/** An option of a sentence, for a person to approve. */
export interface ProposedOption {
  readonly text: string;
  /** Whether the stranger wrote it, who reads what was proposed. */
  readonly by: "proposal" | "reading";
  readonly failed: readonly Finding[];
  readonly doubts: readonly Finding[];
  /** Whether the stranger stumbled over it. */
  readonly out: boolean;
}

/** Options by the index of their sentence. */
export type Offers = ReadonlyMap<number, readonly ProposedOption[]>;

export interface ProposingRules {
  readonly brands?: readonly string[];
  readonly bannedWords?: readonly string[];
}

/** So many sentences are asked about in one question. */
const AT_ONCE = 10;
/** More options of a sentence are not offered. */
const MOST_OPTIONS = 12;

/** One draft that a model is asked about. */
export class Proposing {
  readonly sentences: readonly AskedSentence[];
  private readonly script: Script;
  private readonly rules: ProposingRules;
  private readonly marks: readonly string[];
  private readonly text: string;

  /** Throws a RangeError for markup that does not parse. */
  constructor(source: string, rules: ProposingRules = {}) {
    this.sentences = askedSentences(source, rules.brands);
    this.text = textOf(this.sentences);
    this.script = scriptOf(this.text);
    this.rules = rules;
    this.marks = markPost(this.sentences).marks;
  }

  /**
   * The sentences that may be said otherwise, by index, in groups of what is asked in one question; those named
   * by their ids are left out.
   */
  groups(asked: ReadonlySet<string> = new Set()): number[][] {
    const open = this.sentences.flatMap(({ id, isOpen }, i) =>
      isOpen && !asked.has(id) ? [i] : [],
    );
    return Array.from({ length: Math.ceil(open.length / AT_ONCE) }, (_, i) =>
      open.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
    );
  }

  question(asked: readonly number[]): Question {
    return proposeQuestion(this.sentences, asked, this.script, this.rules.bannedWords ?? []);
  }

  /** The same again, for what failed by a word that can be told; undefined where nothing did. */
  again(asked: readonly number[], offers: Offers): Question | undefined {
    const refused = asked.flatMap((sentence) =>
      (offers.get(sentence) ?? []).flatMap(({ text, failed, doubts }): Refused[] => {
        const findings = [...failed, ...doubts].filter(({ kind }) => kind !== "same");
        return findings.length > 0 ? [{ sentence, text, findings }] : [];
      }),
    );
    return refused.length > 0 ? againQuestion(this.question(asked), refused) : undefined;
  }

  /** Judges an answer's options; undefined where the answer has none. */
  judge(asked: readonly number[], answer: string, known: Offers = new Map()): Offers | undefined {
    const read = readOptions(answer);
    if (!asked.some((i) => read.has(i))) return undefined;
    return new Map(
      asked.map((i) => [i, this.judged(i, read.get(i) ?? [], "proposal", known.get(i) ?? [])]),
    );
  }

  /** What the stranger is asked; undefined where no option is left to read. */
  readingQuestion(asked: readonly number[], offers: Offers): Question | undefined {
    const ways = asked.map((i) => [i, usable(offers.get(i) ?? [])] as const);
    if (ways.every(([, texts]) => texts.length === 0)) return undefined;
    return readQuestion(
      this.sentences,
      new Map(ways.map(([i, list]) => [i, list.map((o) => o.text)])),
    );
  }

  /** The offers after the stranger's reading; undefined where the answer cannot be read. */
  read(asked: readonly number[], offers: Offers, answer: string): Offers | undefined {
    const readings = readReadings(answer);
    if (readings === undefined) return undefined;
    return new Map(
      asked.map((i) => {
        const options = offers.get(i) ?? [];
        const reading = readings.get(i);
        if (reading === undefined) return [i, options];
        const ways = usable(options);
        const gone = new Set(reading.out.map((place) => ways[place]));
        const kept = options.map((option) => ({ ...option, out: option.out || gone.has(option) }));
        return [i, this.judged(i, reading.in, "reading", kept)];
      }),
    );
  }

  private judged(
    index: number,
    texts: readonly string[],
    by: ProposedOption["by"],
    known: readonly ProposedOption[],
  ): ProposedOption[] {
    const sentence = this.sentences[index];
    if (sentence === undefined) return [...known];
    const judge = optionJudge(sentence.text, {
      ...this.rules,
      script: this.script,
      within: this.text,
    });
    const said = new Set(
      [sentence.text, ...sentence.options, ...known.map((o) => o.text)].map(normalise),
    );
    const out = [...known];
    for (const answered of texts) {
      const text = unmarked(answered, this.marks);
      if (said.has(normalise(text)) || out.length >= MOST_OPTIONS) continue;
      said.add(normalise(text));
      out.push({ text, by, ...judge(text), out: false });
    }
    return out;
  }
}

/** What the stranger reads: what may be used at all. */
function usable(options: readonly ProposedOption[]): ProposedOption[] {
  return options.filter(({ failed, out }) => failed.length === 0 && !out);
}

/** Whether an option may be approved with all others: nothing failed, nothing is doubted, the stranger let it be. */
export function isClean({
  failed,
  doubts,
  out,
}: Pick<ProposedOption, "failed" | "doubts" | "out">): boolean {
  return failed.length === 0 && doubts.length === 0 && !out;
}
