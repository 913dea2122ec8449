import { maxNameLength, maxPhoneLength } from "../../domain/left-name.ts";
import { leaveNameStyle } from "../../generated/faces.ts";
import type { LeftNameResult, NameFault, TypedName } from "../../usecases/beats/left-name-view.ts";
import type { Language } from "../shell/language.ts";
import { renderPlain } from "../shell/plain.tsx";
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
        <NameFields
          language={language}
          workspaceName={workspaceName}
          token={token ?? ""}
          asksYes={notice !== "agreed"}
        />
      </details>
    </form>
  );
}

/** @param again - what was typed, and what is wrong with it, which is said beside its field */
function NameFields(props: {
  language: Language;
  workspaceName: string;
  token: string;
  asksYes: boolean;
  again?: { typed: TypedName; fault: NameFault };
}) {
  const { language, workspaceName, token, asksYes, again } = props;
  const words = LEAVE_NAME_WORDS[language];
  /** The field's part in the fault: where to begin, and what to hear there. */
  const part = (name: NameFault) =>
    again?.fault === name
      ? { autofocus: true, "aria-invalid": "true" as const, "aria-describedby": "fault" }
      : {};
  const fault = (name: NameFault) =>
    again?.fault === name ? (
      <p class="fault" id="fault">
        {words.faults[name]}
      </p>
    ) : null;
  return (
    <>
      <input type="hidden" name="token" value={token} />
      <label>
        {words.name}
        <input
          name="name"
          required
          maxlength={maxNameLength}
          autocomplete="name"
          value={again?.typed.name}
          {...part("name")}
        />
      </label>
      {fault("name")}
      <label>
        {words.phone}
        <input
          type="tel"
          name="phone"
          maxlength={maxPhoneLength}
          autocomplete="tel"
          value={again?.typed.phone}
          {...part("phone")}
        />
      </label>
      {fault("phone")}
      {asksYes ? (
        <label class="tick">
          {/* Not required: whoever has said yes above meanwhile no longer sees it, and the server asks whoever has not. */}
          <input
            type="checkbox"
            name="agree"
            value="yes"
            checked={again?.typed.agrees}
            {...part("agreement")}
          />{" "}
          {words.agree(workspaceName)}
        </label>
      ) : null}
      {fault("agreement")}
      <button type="submit" class="button">
        {words.send}
      </button>
    </>
  );
}

/** What became of a name that was left, or the form again with what is wrong in it; a whole document. */
export function renderLeftName(props: {
  language: Language;
  nonce: string;
  result: LeftNameResult;
}): string {
  const { language, nonce, result } = props;
  const words = LEAVE_NAME_WORDS[language];
  const { code, senderName: sender, workspaceName: workspace } = result;
  const isKept = result.kind === "kept";
  const title = isKept ? words.kept(sender) : words.again;
  return renderPlain({
    language,
    nonce,
    title,
    style: isKept ? "" : leaveNameStyle,
    children: (
      <>
        {isKept ? (
          <Kept result={result} words={words} />
        ) : (
          <>
            <p class="lead">{words.hint({ sender, workspace })}</p>
            <form method="post" action="/names" class="leave-name">
              <NameFields
                language={language}
                workspaceName={workspace}
                token={result.token}
                asksYes={!result.hasAgreed}
                again={result}
              />
            </form>
          </>
        )}
        <p>
          <a href={`/s/${code}`}>{words.back}</a>
        </p>
      </>
    ),
  });
}

type Kept = Extract<LeftNameResult, { kind: "kept" }>;

/** What was kept, and what whoever left it can do about it. */
function Kept({ result, words }: { result: Kept; words: (typeof LEAVE_NAME_WORDS)[Language] }) {
  const { isKnown, senderName: sender, workspaceName: workspace, privacyUrl, receipt } = result;
  return (
    <>
      <p class="lead">{isKnown ? words.known : words.keptText(result, { sender, workspace })}</p>
      <p>
        <a href={privacyUrl}>{words.held}</a>
      </p>
      {receipt ? (
        <p>
          <a href={`/privacy/verify?receipt=${encodeURIComponent(receipt)}`}>{words.receipt}</a>
        </p>
      ) : null}
    </>
  );
}
