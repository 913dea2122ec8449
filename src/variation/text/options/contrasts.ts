import type { Script } from "../protect/protect.ts";
import { ruleReader } from "../words/read.ts";

/** A meaning that excludes others, as a text says it. */
export interface Said {
  /** Which meaning: its rule. */
  readonly id: string;
  /** Which contrasts it is part of. */
  readonly flags: readonly string[];
  readonly word: string;
  /** UTF-16 offset in the text. */
  readonly at: number;
}

const read = ruleReader("contrasts");

/** The meanings of contrasts that a text says, in order. */
export function contrastsIn(text: string, script: Script): Said[] {
  return read(text, script).map(({ rule: { id, flags = [] }, word, at }) => ({
    id,
    flags,
    word,
    at,
  }));
}

/** Contrasts whose words order what stands behind them, so that each rules what follows. */
export const ORDERING: ReadonlySet<string> = new Set(["step", "range"]);
