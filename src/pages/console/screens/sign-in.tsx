import { consoleStyle } from "../../../generated/console.ts";
import type { Language } from "../../shell/language.ts";
import { renderDocument } from "../../shell/layout.tsx";
import { KeptText } from "../ui/kept-text.tsx";
import { Field, Note } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/**
 * Why somebody sees the door: with a link that opens it, with one that does no more, or with none; with a form that was
 * sent too late, and again by who has not signed in elsewhere yet.
 */
export type Door = "link" | "over" | "none" | "expired" | "wrong-key" | "kept" | "still-out";

export interface SignInProps {
  language: Language;
  nonce: string;
  door: Door;
  /** The sign-in link's own path, where it opens the door. */
  action: string;
  /** Where to go afterwards. */
  to: string;
  /** A form that was sent after its session had ended: it is filled again once somebody has signed in. */
  kept: {
    /** Where it goes then. */
    action: string;
    packed: string;
    fields: readonly (readonly [name: string, value: string])[];
  } | null;
}

/** The console's door, as a whole HTML document. */
export function renderSignIn(props: SignInProps): string {
  const { language, nonce, door, action, to, kept } = props;
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
          <Why door={kept && door !== "still-out" ? "kept" : door} words={words} />
        )}
        {kept ? (
          <form method="post" action={kept.action} class="card">
            <input type="hidden" name="kept" value={kept.packed} />
            <button type="submit" class="button full wide">
              {words.goOn}
            </button>
            <KeptText language={language} fields={kept.fields} />
          </form>
        ) : null}
        {door === "link" ? null : (
          <form method="post" action="/console/sign-in" class="card">
            <h2>{words.byKey}</h2>
            <input type="hidden" name="to" value={to} />
            {kept ? <input type="hidden" name="kept" value={kept.packed} /> : null}
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
  const said: { readonly [Shown in Door]?: readonly [string, string] } = {
    over: [words.over, words.overHint],
    expired: [words.expired, words.expiredHint],
    kept: [words.kept, words.keptHint],
    "still-out": [words.stillOut, words.keptHint],
  };
  const [title, text] = said[door] ?? [words.none, words.noneHint];
  return (
    <Note tone={["over", "kept", "still-out"].includes(door) ? "warn" : "plain"}>
      <p>
        <b>{title}</b>
      </p>
      <p>{text}</p>
    </Note>
  );
}
