import {
  CONSENT_TEXT,
  type ConsentNames,
  type NoticeMessage,
  type NoticeState,
} from "./consent-text.ts";
import type { Language } from "./language.ts";
import { STRINGS } from "./strings.ts";

export interface NoticeProps extends ConsentNames {
  language: Language;
  state: NoticeState;
  privacyUrl: string;
}

/** What one notice can come to say without a reload; GPC admits no other. */
const REACHABLE: Record<NoticeState, readonly NoticeMessage[]> = {
  ask: ["ask", "agreed", "refused", "failed"],
  noticed: ["noticed", "agreed", "refused", "failed"],
  agreed: ["agreed", "refused", "failed"],
  refused: ["refused", "agreed", "failed"],
  gpc: ["gpc"],
};

/**
 * What is recorded, for whom, and how to refuse. It stands in the flow of the page and covers nothing.
 *
 * The page script sends the answer when a `[data-starling-consent]` is pressed; NOTICE_SCRIPT then
 * moves `data-state` to "agreed", "refused" or "failed", and CSS shows what carries that state in
 * `data-when`. `data-text-version` and `data-language` name the words that were shown.
 */
export function Notice({ language, state, privacyUrl, sender, workspace }: NoticeProps) {
  const words = CONSENT_TEXT[language];
  const strings = STRINGS[language];
  return (
    <aside
      class="notice"
      id="starling-notice"
      aria-label={strings.notice}
      aria-live="polite"
      data-starling-notice
      data-state={state}
      data-text-version={CONSENT_TEXT.version}
      data-language={language}
    >
      {REACHABLE[state].map((shown) => (
        <p data-when={shown}>{words[shown]({ sender, workspace })}</p>
      ))}
      <div class="choices">
        {state === "gpc" ? null : (
          <>
            <button type="button" class="button" data-when="ask failed" data-starling-consent="yes">
              {words.yes}
            </button>
            <button type="button" class="button" data-when="ask failed" data-starling-consent="no">
              {words.no}
            </button>
            <button type="button" class="button" data-when="noticed" data-starling-consent="no">
              {words.stop}
            </button>
            <button type="button" class="link" data-when="refused" data-starling-consent="yes">
              {words.yes}
            </button>
            <button type="button" class="link" data-when="agreed" data-starling-consent="no">
              {words.stop}
            </button>
          </>
        )}
        <a href={privacyUrl}>{strings.privacy}</a>
      </div>
    </aside>
  );
}
