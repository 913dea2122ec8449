import { maxNameLength, maxPhoneLength } from "../../domain/left-name.ts";
import { plainStyle } from "../../generated/faces.ts";
import type { LeftNameResult } from "../../usecases/beats/left-name-view.ts";
import type { Language } from "../shell/language.ts";
import { renderDocument } from "../shell/layout.tsx";
import { LEAVE_NAME_WORDS } from "./leave-name-words.ts";
import type { ReaderProps } from "./props.ts";

type FormProps = Pick<ReaderProps, "language" | "sender" | "workspaceName" | "notice" | "token">;

/** Where a reader may say who they are: after the text, by a form that needs no script. */
export function LeaveName({ language, sender, workspaceName, notice, token }: FormProps) {
  const words = LEAVE_NAME_WORDS[language];
  return (
    <form method="post" action="/names" class="leave-name">
      <details>
        <summary>{words.title(sender.name)}</summary>
        <p class="meta">{words.hint({ sender: sender.name, workspace: workspaceName })}</p>
        <input type="hidden" name="token" value={token ?? ""} />
        <label>
          {words.name}
          <input name="name" required maxlength={maxNameLength} autocomplete="name" />
        </label>
        <label>
          {words.phone}
          <input type="tel" name="phone" maxlength={maxPhoneLength} autocomplete="tel" />
        </label>
        {notice === "agreed" ? null : (
          <label class="tick">
            {/* Not required: whoever has said yes above meanwhile no longer sees it, and the server asks whoever has not. */}
            <input type="checkbox" name="agree" value="yes" /> {words.agree(workspaceName)}
          </label>
        )}
        <button type="submit" class="button">
          {words.send}
        </button>
      </details>
    </form>
  );
}

/** What became of a name that was left; a whole document. */
export function renderLeftName(props: {
  language: Language;
  nonce: string;
  result: LeftNameResult;
}): string {
  const { language, nonce, result } = props;
  const words = LEAVE_NAME_WORDS[language];
  const names = { sender: result.senderName, workspace: result.workspaceName };
  const title = result.kind === "kept" ? words.kept(result.senderName) : words.again;
  const text =
    result.kind === "again"
      ? words.faults[result.fault]
      : result.isKnown
        ? words.known
        : words.keptText(result, names);
  return renderDocument({
    lang: language,
    nonce,
    title,
    style: plainStyle,
    bodyClass: "plain",
    head: <meta name="robots" content="noindex" />,
    children: (
      <main>
        <span class="mark" />
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {result.kind === "kept" ? (
          <p>
            <a href={result.privacyUrl}>{words.held}</a>
          </p>
        ) : null}
        {result.kind === "kept" && result.receipt ? (
          <p>
            <a href={`/privacy/verify?receipt=${encodeURIComponent(result.receipt)}`}>
              {words.receipt}
            </a>
          </p>
        ) : null}
        <p>
          <a href={`/s/${result.code}`}>{words.back}</a>
        </p>
      </main>
    ),
  });
}
