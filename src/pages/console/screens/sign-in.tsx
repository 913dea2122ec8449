import { consoleStyle } from "../../../generated/console.ts";
import type { Language } from "../../shell/language.ts";
import { renderDocument } from "../../shell/layout.tsx";
import { Field, Note } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/** Why somebody sees the door: with a link that opens it, with one that does no more, or with none. */
export type Door = "link" | "over" | "none" | "expired" | "wrong-key";

export interface SignInProps {
  language: Language;
  nonce: string;
  door: Door;
  /** The sign-in link's own path, where it opens the door. */
  action: string;
  /** Where to go afterwards. */
  to: string;
}

/** The console's door, as a whole HTML document. */
export function renderSignIn({ language, nonce, door, action, to }: SignInProps): string {
  const words = wordsOf("signIn", language);
  return renderDocument({
    lang: language,
    nonce,
    title: words.title,
    style: "",
    bodyClass: "console door",
    head: (
      <>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={consoleStyle} nonce={nonce} />
      </>
    ),
    children: (
      <main>
        <span class="mark" aria-hidden="true" />
        <h1>{words.title}</h1>
        {door === "link" ? (
          <form method="post" action={action} class="card">
            <p>{words.welcome}</p>
            <input type="hidden" name="to" value={to} />
            <button type="submit" class="button full wide">
              {words.enter}
            </button>
          </form>
        ) : (
          <Why door={door} words={words} />
        )}
        {door === "link" ? null : (
          <form method="post" action="/console/sign-in" class="card">
            <h2>{words.byKey}</h2>
            <input type="hidden" name="to" value={to} />
            <Field
              name="key"
              label={words.key}
              hint={words.keyHint}
              error={door === "wrong-key" ? words.wrongKey : undefined}
            >
              {(control) => (
                <input {...control} name="key" type="password" autocomplete="off" required />
              )}
            </Field>
            <button type="submit" class="button">
              {words.signIn}
            </button>
          </form>
        )}
      </main>
    ),
  });
}

function Why({ door, words }: { door: Door; words: ReturnType<typeof wordsOf<"signIn">> }) {
  const [title, text] =
    door === "over"
      ? [words.over, words.overHint]
      : door === "expired"
        ? [words.expired, words.expiredHint]
        : [words.none, words.noneHint];
  return (
    <Note tone={door === "over" ? "warn" : "plain"}>
      <p>
        <b>{title}</b>
      </p>
      <p>{text}</p>
    </Note>
  );
}
