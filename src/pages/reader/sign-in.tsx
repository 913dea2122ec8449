import type { Child } from "hono/jsx";
import { consentVersion } from "../../domain/consent-version.ts";
import type { Notice } from "../../domain/notice.ts";
import type { SignInResult } from "../../usecases/sign-in/sign-in-view.ts";
import type { Language } from "../shell/language.ts";
import { renderPlain } from "../shell/plain.tsx";
import { CONSENT_WORDS } from "./consent-words.ts";
import type { ReaderProps } from "./props.ts";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";
import { READER_WORDS } from "./words.ts";

const signInUrl = (token: string) => `/t/wechat/sign-in?token=${encodeURIComponent(token)}`;

/** Where a reader may say who they are with WeChat: after the text, by a link that needs no script. */
export function SignInOffer(
  props: Pick<ReaderProps, "language" | "sender" | "workspaceName"> & { token: string },
) {
  const { language, sender, workspaceName, token } = props;
  const words = SIGN_IN_WORDS[language];
  return (
    <details class="leave-name">
      <summary>{words.offer(sender.name)}</summary>
      <p class="meta">{words.hint({ sender: sender.name, workspace: workspaceName })}</p>
      <a class="button" rel="nofollow" href={signInUrl(token)}>
        {words.go}
      </a>
    </details>
  );
}

interface PageOf {
  language: Language;
  nonce: string;
  /** The link's, which leads back to the text. */
  code: string;
}

type Names = { senderName: string; workspaceName: string };

/** What came of it; a whole document. */
export function renderSignedIn(
  props: Omit<PageOf, "code"> & {
    result: SignInResult;
  },
): string {
  const { result, ...page } = props;
  const words = SIGN_IN_WORDS[page.language];
  const [title, text] = wordsOf(result, page.language);
  return renderBeside(
    { ...page, code: result.code, title, text },
    result.kind === "kept" ? (
      <p>
        <a href={result.privacyUrl}>{words.held}</a>
      </p>
    ) : null,
  );
}

function wordsOf(result: SignInResult, language: Language) {
  const words = SIGN_IN_WORDS[language];
  const names = { sender: result.senderName, workspace: result.workspaceName };
  if (result.kind === "not-kept") return words.notKept(names)[result.why];
  const kept = words.kept(names);
  if (result.nickname !== null) return kept.nickname(result.nickname);
  return result.isKnown ? kept.known : kept.again;
}

/** Asks whoever has not agreed to it yet, in the notice's own words, by a form that needs no script. */
export function renderSignInQuestion(
  props: PageOf & Names & { token: string; addedNotice: Notice | null; retentionDays: number },
): string {
  const { senderName: sender, workspaceName: workspace, token, addedNotice, ...rest } = props;
  const { retentionDays: days, ...page } = rest;
  const consent = CONSENT_WORDS[page.language];
  const names = { sender, workspace, days };
  const title = SIGN_IN_WORDS[page.language].ask;
  const added = addedNotice?.words[page.language];
  const version = consentVersion(CONSENT_WORDS.version, {
    signIn: true,
    added: addedNotice?.version ?? null,
  });
  return renderBeside(
    { ...page, title, text: consent.ask(names) },
    <>
      <p>{consent.more(names)}</p>
      <p>{consent.signIn(names)}</p>
      {added ? <p>{added}</p> : null}
      <form method="post" action="/t/wechat/agree">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="version" value={version} />
        <p>
          <button type="submit" class="button">
            {consent.yes}
          </button>
        </p>
      </form>
    </>,
  );
}

/** After a yes: on to WeChat. A link, since a form may not lead to another house. */
export function renderSignInAgreed(props: PageOf & { token: string; receipt: string }): string {
  const { token, receipt, ...page } = props;
  const words = SIGN_IN_WORDS[page.language];
  const [title, text] = words.agreed;
  return renderBeside(
    { ...page, title, text },
    <>
      <p>
        <a class="button" rel="nofollow" href={`${signInUrl(token)}&agreed=1`}>
          {words.go}
        </a>
      </p>
      <p>
        <a href={`/privacy/verify?receipt=${encodeURIComponent(receipt)}`}>
          {READER_WORDS[page.language].receipt}
        </a>
      </p>
    </>,
  );
}

/** A page with the way back to the text. */
function renderBeside(page: PageOf & { title: string; text: string }, more: Child): string {
  const { language, nonce, code, title, text: lead } = page;
  const children = (
    <>
      {more}
      <p>
        <a href={`/s/${code}`}>{SIGN_IN_WORDS[language].back}</a>
      </p>
    </>
  );
  return renderPlain({ language, nonce, title, lead, children });
}
