import { consentVersion } from "../../domain/consent-version.ts";
import type { NoticeState, PageView } from "../../usecases/open/page-view.ts";
import type { Language } from "../shell/language.ts";
import { CONSENT_WORDS, type ConsentNames, type NoticeMessage } from "./consent-words.ts";
import { READER_WORDS } from "./words.ts";

export interface NoticeProps extends ConsentNames {
  language: Language;
  state: NoticeState;
  privacyUrl: string;
  /** What the workspace adds, and under which version; null where it adds nothing. */
  added: PageView["addedNotice"];
  /** How long records are kept. */
  retentionDays: number;
  /** Tells of saying who one is with WeChat. */
  namesSignIn: boolean;
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
 * The face's own script sends the answer when a `[data-starling-consent]` is pressed, then moves
 * `data-state` to "agreed", "refused" or "failed", and CSS shows what carries that state in `data-when`. `data-text-version` and `data-language` name the words that were shown.
 */
export function Notice(props: NoticeProps) {
  const { language, state, privacyUrl, sender, workspace, added, namesSignIn } = props;
  const days = props.retentionDays;
  const consent = CONSENT_WORDS[language];
  const words = READER_WORDS[language];
  return (
    <aside
      class="notice"
      id="starling-notice"
      aria-label={words.notice}
      aria-live="polite"
      tabindex={-1}
      data-starling-notice
      data-state={state}
      data-text-version={consentVersion(CONSENT_WORDS.version, {
        signIn: namesSignIn,
        added: added?.version ?? null,
      })}
      data-language={language}
    >
      {REACHABLE[state].map((shown) => (
        <p data-when={shown}>{consent[shown]({ sender, workspace })}</p>
      ))}
      <div class="choices">
        {state === "gpc" ? null : (
          <>
            <button type="button" class="button" data-when="ask failed" data-starling-consent="yes">
              {consent.yes}
            </button>
            <button type="button" class="button" data-when="ask failed" data-starling-consent="no">
              {consent.no}
            </button>
            <button type="button" class="button" data-when="noticed" data-starling-consent="no">
              {consent.stop}
            </button>
            <button type="button" class="link" data-when="refused" data-starling-consent="yes">
              {consent.yes}
            </button>
            <button type="button" class="link" data-when="agreed" data-starling-consent="no">
              {consent.stop}
            </button>
          </>
        )}
        {/* The first link, which the script gives the receipt to. */}
        <a href="/privacy/verify" hidden>
          {words.receipt}
        </a>
        <details>
          <summary>{words.more}</summary>
          {state === "gpc" ? null : <p>{consent.more({ sender, workspace, days })}</p>}
          {namesSignIn && state !== "gpc" ? <p>{consent.signIn({ sender, workspace })}</p> : null}
          {added?.words[language] ? <p>{added.words[language]}</p> : null}
          <p>
            <a href={privacyUrl}>{words.privacy}</a>
          </p>
        </details>
      </div>
    </aside>
  );
}
