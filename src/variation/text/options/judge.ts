import { foldForWords } from "../facts/banned.ts";
import { normalise } from "../normalise.ts";
import { type Script, scriptOf } from "../protect/protect.ts";
import { anyPatternOf } from "../words/words.ts";
import { changedFact, segmentFacts } from "./facts.ts";
import { type DoubtKind, Findings, type Refusal, type Verdict } from "./finding.ts";
import { compareMeanings, readMeaning } from "./meaning.ts";
import { lockedTerms } from "./operators.ts";
import {
  addedWord,
  doubledWord,
  mixedPronoun,
  newVoice,
  strangeSign,
  unbalancedMark,
} from "./wording.ts";

export interface JudgeRules {
  readonly brands?: readonly string[];
  readonly bannedWords?: readonly string[];
  /** The script of the whole draft; found from the segment when absent. */
  readonly script?: Script;
  /** What the whole draft says; the segment alone when absent. */
  readonly within?: string;
}

/** How far an option's length may lie from the segment's: by a share, or by so many letters. */
const LENGTH = { share: 0.4, letters: { han: 6, latin: 24 } } as const;

/**
 * Judges options of one segment, which is read once: what is wrong with an option and what may be, each by
 * its word. Lists and comparisons do not understand; they see what people have seen go wrong.
 */
export function optionJudge(original: string, rules: JudgeRules = {}): (option: string) => Verdict {
  const { brands = [], bannedWords = [], script = scriptOf(original), within = original } = rules;
  const own = readMeaning(original, script);
  const facts = segmentFacts(original, brands, script);
  const terms = lockedTerms(original, script);
  const wording = normalise(original);
  const [letters, folded] = [[...wording].length, foldForWords(original)];
  const banned = bannedWords
    .map(foldForWords)
    .filter((word) => word !== "" && !folded.includes(word));

  return (option) => {
    const failed = new Findings<Refusal>();
    const doubts = new Findings<DoubtKind>();
    const verdict = { failed: failed.list, doubts: doubts.list };
    const length = [...normalise(option)].length;
    const slack = Math.max(letters * LENGTH.share, LENGTH.letters[script]);
    if (length === 0 || Math.abs(length - letters) > slack) {
      failed.add("length", option.trim().slice(0, 20));
      return verdict;
    }
    if (normalise(option) === wording) failed.add("same", option.trim());
    failed.add("facts", changedFact(facts, segmentFacts(option, brands, script), script));
    failed.add(
      "locked",
      terms.find((term) => !option.includes(term)),
    );
    const plain = foldForWords(option);
    failed.add(
      "banned",
      banned.find((word) => plain.includes(word)),
    );
    failed.add("banned", addedWord(original, option, anyPatternOf("banned")));
    failed.add("balance", unbalancedMark(original, option));
    failed.add("doubled", doubledWord(original, option));
    failed.add("pronoun", mixedPronoun(within, original, option));
    failed.add("characters", strangeSign(original, option));
    failed.add("voice", newVoice(within, option));
    compareMeanings(own, readMeaning(option, script), script, { failed, doubts });
    return verdict;
  };
}

/** The same for one option. */
export function judgeOption(original: string, option: string, rules: JudgeRules = {}): Verdict {
  return optionJudge(original, rules)(option);
}
