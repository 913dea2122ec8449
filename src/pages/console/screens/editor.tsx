import { contentKinds, purposes } from "../../../domain/vocabulary.ts";
import type { FieldError } from "../../../usecases/errors.ts";
import { LOOKS } from "../../shell/look.ts";
import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Card, Field, Note } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { PostTabs, postHead } from "./post-tabs.tsx";

/** A post as it is being written; without an id it was never kept. */
export interface PostDraft {
  id: string | undefined;
  revision: string;
  title: string;
  body: string;
  drafts: readonly string[];
  topics: readonly string[];
  purpose: string;
  /** "" for what its words look like. */
  kind: string;
}

export interface EditorProps {
  post: PostDraft;
  errors: readonly FieldError[];
  /** Somebody else kept another version meanwhile. */
  hasChanged?: boolean;
  isPublished: boolean;
}

export const emptyPost: PostDraft = {
  id: undefined,
  revision: "",
  title: "",
  body: "",
  drafts: [""],
  topics: [],
  purpose: "",
  kind: "",
};

export function renderEditor(
  desk: Desk,
  { post, errors, hasChanged = false, isPublished }: EditorProps,
): string {
  const words = wordsOf("editor", desk.language);
  const { id, title } = post;
  return renderScreen({
    desk,
    title: id ? title : words.new,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        {id ? <PostTabs desk={desk} id={id} on="edit" /> : null}
        {desk.mayWrite ? null : <Note>{wordsOf("faults", desk.language)["read-only"]}</Note>}
        {hasChanged ? (
          <Note tone="bad">
            <p>{wordsOf("faults", desk.language).changed}</p>
          </Note>
        ) : null}
        {errors.length > 0 && !hasChanged ? (
          <Note tone="bad">
            <p>{wordsOf("frame", desk.language).errors}</p>
            <ul>
              {errors.map(({ path, message }) => (
                <li>
                  <b>{nameOf(path, words)}</b> <FaultText text={message} language={desk.language} />
                </li>
              ))}
            </ul>
          </Note>
        ) : null}
        <form
          method="post"
          action={id ? `/console/posts/${id}` : "/console/posts/new"}
          class="editor"
          data-editor
        >
          <input type="hidden" name="token" value={desk.tokens.post ?? ""} />
          <input type="hidden" name="revision" value={post.revision} />
          <input type="hidden" name="id" value={id ?? ""} />
          <div>
            <Fields post={post} errors={errors} words={words} />
            <Captions post={post} errors={errors} words={words} />
            <p class="buttons">
              {desk.mayWrite ? (
                <button type="submit" class="button full">
                  {id ? words.save : words.saveNew}
                </button>
              ) : null}
              {id ? (
                <a class="button" href={`/console/posts/${id}/roll-out`}>
                  {words.rollOut}
                </a>
              ) : null}
            </p>
          </div>
          <Phone words={words} />
        </form>
        {id && desk.mayWrite ? (
          <div>
            <ActionForm
              action={`/console/posts/${id}/delete`}
              token={desk.tokens["post-delete"]}
              label={words.remove}
              kind="danger"
              {...(isPublished ? { ask: words.removeAsk } : {})}
            />
          </div>
        ) : null}
      </>
    ),
  });
}

type Part = { post: PostDraft; errors: readonly FieldError[]; words: Words<"editor"> };

const errorAt = (errors: readonly FieldError[], path: string) =>
  errors.find((error) => error.path === path || error.path.startsWith(`${path}[`))?.message;

function Fields({ post, errors, words }: Part) {
  return (
    <Card>
      <Field
        name="title"
        label={words.title}
        hint={words.titleHint}
        error={errorAt(errors, "title")}
      >
        {(control) => (
          <input {...control} name="title" value={post.title} maxlength={120} required />
        )}
      </Field>
      <Field name="body" label={words.body} hint={words.bodyHint} error={errorAt(errors, "body")}>
        {(control) => (
          <>
            <textarea {...control} name="body" rows={16} required data-paste>
              {post.body}
            </textarea>
            <p class="error" role="status" data-lost={words.lost} hidden />
          </>
        )}
      </Field>
      <Field name="topics" label={words.topics} hint={words.topicsHint}>
        {(control) => <input {...control} name="topics" value={post.topics.join(", ")} />}
      </Field>
      <Field name="kind" label={words.kind} hint={words.kindHint}>
        {(control) => (
          <select {...control} name="kind">
            <option value="">{words.kindGuess}</option>
            {contentKinds.map((each) => (
              <option value={each} selected={each === post.kind}>
                {words[`kind-${each}`]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="purpose" label={words.purpose}>
        {(control) => (
          <select {...control} name="purpose">
            <option value="">{words.purposeNone}</option>
            {purposes.map((each) => (
              <option value={each} selected={each === post.purpose}>
                {words[`purpose-${each}`]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Card>
  );
}

/** What the form calls the field that an error names, as the API does: "drafts[1]" is the second caption. */
function nameOf(path: string, words: Words<"editor">): string {
  const draft = /^drafts\[(\d+)\]/.exec(path)?.[1];
  if (draft !== undefined) return `${fill(words.caption, { n: Number(draft) + 1 })}:`;
  const field = fieldNames.find((name) => path === name || path.startsWith(`${name}[`));
  return field ? `${field === "drafts" ? words.captions : words[field]}:` : "";
}

const fieldNames = ["title", "body", "topics", "purpose", "kind", "drafts"] as const;

function Captions({ post, errors, words }: Part) {
  // One more than there are: without a script that is how another is added.
  const drafts = [...post.drafts, ""];
  return (
    <Card title={words.captions}>
      <p class="quiet">{words.captionsHint}</p>
      <div data-captions>
        {drafts.map((text, index) => (
          <Field
            name={`draft-${index}`}
            label={fill(words.caption, { n: index + 1 })}
            error={errorAt(errors, `drafts[${index}]`)}
          >
            {(control) => (
              <textarea
                {...control}
                name="draft"
                rows={index < post.drafts.length && text !== "" ? 5 : 3}
                maxlength={5000}
              >
                {text}
              </textarea>
            )}
          </Field>
        ))}
      </div>
      <div data-weigh="/console/captions" aria-live="polite" class="weigh">
        <p class="quiet">{words.wordingsCount}</p>
      </div>
    </Card>
  );
}

/** The page as a reader's phone shows it: the real one, in a frame as wide as a phone. */
function Phone({ words }: { words: Words<"editor"> }) {
  return (
    <aside class="phone" aria-label={words.preview}>
      <div class="card-head">
        <h2>{words.preview}</h2>
        <button
          type="submit"
          class="button"
          formaction="/console/preview"
          formtarget="preview"
          formnovalidate
          data-refresh
        >
          {words.refresh}
        </button>
      </div>
      <fieldset class="looks">
        <legend class="offscreen">{words.look}</legend>
        {LOOKS.map((look, index) => (
          <label>
            <input type="radio" name="look" value={look} checked={index === 0} /> {words[look]}
          </label>
        ))}
      </fieldset>
      <iframe name="preview" title={words.preview} sandbox="" />
    </aside>
  );
}
