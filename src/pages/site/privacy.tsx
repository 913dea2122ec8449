import { backScript, keptStyle, plainStyle } from "../../generated/faces.ts";
import type { KeptFields } from "../../usecases/viewers/held-view.ts";
import type { Language } from "../shell/language.ts";
import { InlineScript, renderDocument } from "../shell/layout.tsx";
import { HELD_WORDS } from "./held-words.ts";
import { apart, inGroups, KEPT_GROUP_WORDS } from "./kept-groups.ts";
import { KEPT_WORDS, keptWord } from "./kept-words.ts";
import { PRIVACY_WORDS } from "./privacy-words.ts";

export interface PrivacyProps {
  language: Language;
  nonce: string;
  /** Whose pages these are; without one the text speaks of "the publisher". */
  workspaceName?: string | undefined;
  /** After how many days records of reading are deleted; without one the text gives no number. */
  retentionDays?: number | undefined;
  /** The reader's page that led here. */
  backUrl?: string | undefined;
  /** All that may be kept of a reader who agreed, field by field. */
  kept: readonly KeptFields[];
  /** Where this browser's reader sees what is held of them; absent where the browser is nobody's. */
  ownUrl?: string | undefined;
}

/** What is recorded, for how long, and how to refuse, as a whole HTML document. */
export function renderPrivacy(props: PrivacyProps): string {
  const { language, nonce, workspaceName, retentionDays, backUrl, ownUrl, kept } = props;
  const text = PRIVACY_WORDS[language];
  const words = KEPT_WORDS[language];
  const heads = KEPT_GROUP_WORDS[language];
  const named = (fields: readonly string[]) =>
    fields.map((field) => keptWord(words.fields, field)).join(text.comma);
  return renderDocument({
    lang: language,
    nonce,
    title: text.title,
    style: plainStyle + keptStyle,
    bodyClass: "plain",
    children: (
      <main>
        <span class="mark" />
        <h1>{text.title}</h1>
        <p class="lead">{text.lead(workspaceName)}</p>
        {ownUrl ? (
          <p>
            <a class="button" href={ownUrl}>
              {HELD_WORDS[language].own}
            </a>
          </p>
        ) : null}
        {text.parts(retentionDays, ownUrl !== undefined).map(({ heading, paragraphs, steps }) => (
          <section>
            <h2>{heading}</h2>
            {paragraphs.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            {steps ? (
              <dl>
                {steps.map(([term, meaning]) => (
                  <>
                    <dt>{term}</dt>
                    <dd>{meaning}</dd>
                  </>
                ))}
              </dl>
            ) : null}
          </section>
        ))}
        <section>
          <h2>{text.kept}</h2>
          <p>{text.keptLead}</p>
          {inGroups(kept).map(({ group, told }) => (
            <details class="kept">
              <summary>{heads.groups[group]}</summary>
              <dl>
                {told.map(({ table, fields }) => {
                  const { plain, numbered } = apart(fields, (field) => field);
                  return (
                    <>
                      <dt>{keptWord(words.tables, table)}</dt>
                      {plain.length > 0 ? <dd>{named(plain)}</dd> : null}
                      {numbered.length > 0 ? (
                        <dd class="numbers">
                          {`${heads.numbers}${HELD_WORDS[language].colon}${named(numbered)}`}
                        </dd>
                      ) : null}
                    </>
                  );
                })}
              </dl>
            </details>
          ))}
        </section>
        {backUrl ? (
          <>
            <nav>
              <a class="button" href={backUrl} data-back>
                {text.back}
              </a>
            </nav>
            <InlineScript nonce={nonce} code={backScript} />
          </>
        ) : null}
      </main>
    ),
  });
}
