import { formatMoment } from "../shell/format.ts";
import type { Language } from "../shell/language.ts";
import { renderPlain } from "../shell/plain.tsx";
import { HELD_WORDS } from "./held-words.ts";

/** What a receipt says; times are RFC 3339. */
export type Verified =
  | { kind: "erasure"; at: string; mark: string }
  | {
      kind: "consent";
      at: string;
      choice: boolean;
      textVersion: string;
      language: string;
      textHash: string;
      /** The words of that version are these still. */
      isSame: boolean;
    };

export interface VerifyProps {
  language: Language;
  nonce: string;
  /** What somebody pasted; "" where nobody did. */
  receipt: string;
  /** Null where it is no receipt of ours. */
  verified: Verified | null;
}

/** Checks a receipt for whoever holds one, as a whole HTML document. */
export function renderVerify({ language, nonce, receipt, verified }: VerifyProps): string {
  const words = HELD_WORDS[language];
  return renderPlain({
    language,
    nonce,
    title: words.verify,
    heading: verified ? words.verified : words.verify,
    children: (
      <>
        {verified ? (
          <Said verified={verified} language={language} />
        ) : (
          <p class="lead">{receipt === "" ? words.verifyLead : words.forged}</p>
        )}
        <form method="get" action="/privacy/verify">
          <p>
            <label for="receipt">{words.verifyField}</label>
          </p>
          <p>
            <input id="receipt" name="receipt" value={receipt} autocomplete="off" />
          </p>
          <p>
            <button type="submit" class="button">
              {words.verifyButton}
            </button>
          </p>
        </form>
      </>
    ),
  });
}

function Said(props: { verified: Verified; language: Language }) {
  const { verified, language } = props;
  const words = HELD_WORDS[language];
  const when = `${formatMoment(verified.at, "UTC", language)} UTC`;
  if (verified.kind === "erasure") {
    return (
      <p class="lead">
        {words.wasErased} · {when} · <code>{verified.mark}</code>
      </p>
    );
  }
  const { choice, textVersion, textHash, isSame } = verified;
  return (
    <>
      <p class="lead">
        {choice ? words.saidYes : words.saidNo} · {when}
      </p>
      <p>
        {words.words(textVersion, verified.language)} · <code>{textHash}</code>
      </p>
      <p>{isSame ? words.sameWords : words.otherWords}</p>
    </>
  );
}
