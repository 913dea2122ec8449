/** For how many people a post's wordings are enough: one sentence and one meter, wherever that is told. */
import type { Language } from "../../shell/language.ts";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";
import { Meter } from "./parts.tsx";

/** What was counted: wordings that stand apart, and not people, of whom several may share one. */
export interface Counted {
  seats: number;
  served: number;
  /** How many people share a wording with somebody, where they were dealt. */
  sharing?: number | undefined;
}

/** The same in words. */
export function enoughSaid(language: Language, { seats, served, sharing }: Counted): string {
  const words = wordsOf("enough", language);
  if (seats === 0) return words.nobody;
  const count = fill(words.count, { seats, served });
  const space = language === "en" ? " " : "";
  if (served >= seats) return count + space + words.everybody;
  return count + space + (sharing ? fill(words.share, { n: sharing }) : words.some);
}

/** @param props.before - what the sentence is said of, such as a way of saying it that is only being tried */
export function Enough(props: { language: Language; counted: Counted; before?: string }) {
  const { language, counted, before = "" } = props;
  const { seats, served } = counted;
  const said = before + enoughSaid(language, counted);
  return (
    <>
      {seats > 0 ? (
        <Meter value={served} of={seats} label={said} tone={served < seats ? "warn" : "good"} />
      ) : null}
      <p>{said}</p>
    </>
  );
}
