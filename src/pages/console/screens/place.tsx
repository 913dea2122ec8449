import type { Child } from "hono/jsx";
import {
  alignments,
  avatarShapes,
  backgroundShapes,
  type Component,
} from "../../../domain/component.ts";
import type { ImageView, Sized } from "../../../usecases/images/image-url.ts";
import type { Language } from "../../shell/language.ts";
import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Card, Field, Note } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { PostTabs, postHead } from "./post-tabs.tsx";

/** A component's fields as the form has them; all kinds have all of them. */
export type PlacedFields = Readonly<Record<(typeof placedFields)[number], string>>;
export const placedFields = [
  "type",
  "text",
  "x",
  "y",
  "width",
  "height",
  "color",
  "align",
  "lines",
  "form",
  "background",
  "ground",
  "opacity",
] as const;

export interface PlaceProps {
  id: string;
  title: string;
  image: ImageView;
  parts: readonly PlacedFields[];
  faults: readonly string[];
  people: readonly { id: string; name: string }[];
  /** Of whom the picture is shown, and where it is. */
  shown: { id: string; picture: Sized } | null;
}

/** A component as the form shows it. */
export function fieldsOf(component: Component): PlacedFields {
  const { type, x, y, width, height, background } = component;
  const text = component.type === "text" ? component : null;
  return {
    type,
    text: text?.text ?? "",
    x: String(x),
    y: String(y),
    width: String(width),
    height: String(height),
    color: component.type === "avatar" ? "#000000" : component.color,
    align: text?.align ?? "left",
    lines: String(text?.lines ?? 1),
    form: component.type === "avatar" ? component.shape : "round",
    background: background.shape,
    ground: background.color,
    opacity: String(background.opacity),
  };
}

/** One that is not there yet, in the lower right corner. */
function blank({ width, height }: Sized): PlacedFields {
  const side = Math.round(Math.min(width, height) / 3);
  return {
    ...{ type: "", text: "{name}", color: "#000000", align: "left", lines: "1", form: "round" },
    ...{ background: "plain", ground: "#ffffff", opacity: "100" },
    x: String(width - side - 16),
    y: String(height - side - 16),
    width: String(side),
    height: String(side),
  };
}

/** Where the sender's block lies on a picture: dragged on it, or typed. */
export function renderPlace(desk: Desk, props: PlaceProps): string {
  const { id, title, image, parts, faults } = props;
  const words = wordsOf("pictures", desk.language);
  const place = `/console/posts/${id}/pictures/${image.id}`;
  return renderScreen({
    desk,
    title,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="pictures" />
        <p class="quiet">{words.placeLead}</p>
        <form method="post" action={place} class="place" data-place data-check={`${place}/check`}>
          <input type="hidden" name="token" value={desk.tokens.place ?? ""} />
          <div class="stage" data-stage>
            <img src={image.url} alt="" width={image.width} height={image.height} />
          </div>
          <div>
            <div data-checked aria-live="polite">
              {faults.length > 0 ? <Faults faults={faults} language={desk.language} /> : null}
            </div>
            {[...parts, blank(image)].map((part, index) => (
              <Part part={part} index={index} words={words} />
            ))}
            <p class="buttons">
              <button type="submit" class="button full">
                {words.save}
              </button>
            </p>
          </div>
        </form>
        <Preview {...props} words={words} place={place} />
      </>
    ),
  });
}

/** What is wrong with a block, or that nothing is: a piece that the script puts in place. */
export function renderChecked(language: Language, faults: readonly string[], good: string): string {
  return String(
    faults.length > 0 ? (
      <Faults faults={faults} language={language} />
    ) : (
      <Note tone="good">{<p>{good}</p>}</Note>
    ),
  );
}

function Faults({ faults, language }: { faults: readonly string[]; language: Language }) {
  return (
    <Note tone="bad">
      {faults.map((fault) => (
        <p>
          <FaultText text={fault} language={language} />
        </p>
      ))}
    </Note>
  );
}

type PartProps = { part: PlacedFields; index: number; words: Words<"pictures"> };

function Part({ part, index, words }: PartProps) {
  const number = (name: "x" | "y" | "width" | "height" | "lines" | "opacity") => (
    <Labelled id={`${name}-${index}`} label={words[name]}>
      <input
        id={`${name}-${index}`}
        type="number"
        name={name}
        value={part[name]}
        min="0"
        step="1"
        required
      />
    </Labelled>
  );
  const choice = (
    name: keyof PlacedFields,
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <Labelled id={`${name}-${index}`} label={label}>
      <select id={`${name}-${index}`} name={name}>
        {options.map(([value, text]) => (
          <option value={value} selected={value === part[name]}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
  return (
    <fieldset data-part>
      <legend>{fill(words.component, { n: index + 1 })}</legend>
      {choice("type", words.type, [
        ["", words["type-none"]],
        ["qr", words["type-qr"]],
        ["text", words["type-text"]],
        ["avatar", words["type-avatar"]],
      ])}
      <Field name={`text-${index}`} label={words.text} hint={words.textHint}>
        {(control) => <input {...control} name="text" value={part.text} maxlength={200} />}
      </Field>
      <p class="measures">
        {number("x")}
        {number("y")}
        {number("width")}
        {number("height")}
      </p>
      <details>
        <summary>{words.color}</summary>
        <p class="measures">
          <Labelled id={`color-${index}`} label={words.color}>
            <input id={`color-${index}`} type="color" name="color" value={part.color} />
          </Labelled>
          {choice(
            "align",
            words.align,
            alignments.map((each) => [each, words[each]]),
          )}
          {number("lines")}
          {choice(
            "form",
            words.form,
            avatarShapes.map((each) => [each, words[each]]),
          )}
          {choice(
            "background",
            words.background,
            backgroundShapes.map((each) => [each, words[`ground-${each}`]]),
          )}
          <Labelled id={`ground-${index}`} label={words.ground}>
            <input id={`ground-${index}`} type="color" name="ground" value={part.ground} />
          </Labelled>
          {number("opacity")}
        </p>
      </details>
    </fieldset>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children?: Child }) {
  return (
    <label for={id}>
      <span>{label}</span> {children}
    </label>
  );
}

function Preview(props: PlaceProps & { words: Words<"pictures">; place: string }) {
  const { people, shown, words, place } = props;
  return (
    <Card title={words.preview} id="preview">
      <p class="quiet">{people.length === 0 ? words.nobody : words.previewLead}</p>
      {people.length > 0 ? (
        <form method="get" action={`${place}#preview`}>
          <select name="sender" aria-label={words.preview}>
            {people.map(({ id, name }) => (
              <option value={id} selected={id === shown?.id}>
                {name}
              </option>
            ))}
          </select>{" "}
          <button type="submit" class="button">
            {words.show}
          </button>
        </form>
      ) : null}
      {shown ? (
        <img
          src={shown.picture.url}
          alt={words.preview}
          width={shown.picture.width}
          height={shown.picture.height}
        />
      ) : null}
    </Card>
  );
}
