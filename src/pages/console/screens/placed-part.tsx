/** One part of the block on a picture, as the form has it. */
import type { Child } from "hono/jsx";
import {
  alignments,
  avatarShapes,
  backgroundShapes,
  type Component,
} from "../../../domain/component.ts";
import type { Sized } from "../../../usecases/images/image-url.ts";
import { Field } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/index.ts";

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

/** One that is not there yet, in the first corner where nothing lies, from the lower right one on. */
export function blank({ width, height }: Sized, parts: readonly PlacedFields[]): PlacedFields {
  const side = Math.round(Math.min(width, height) / 3);
  const [far, low] = [width - side - edge, height - side - edge];
  const corners = [
    { x: far, y: low },
    { x: edge, y: low },
    { x: edge, y: edge },
    { x: far, y: edge },
  ];
  const isFree = (at: { x: number; y: number }) =>
    !parts.some(
      (part) =>
        at.x < Number(part.x) + Number(part.width) &&
        Number(part.x) < at.x + side &&
        at.y < Number(part.y) + Number(part.height) &&
        Number(part.y) < at.y + side,
    );
  const { x, y } = corners.find(isFree) ?? { x: far, y: low };
  return {
    ...{ type: "", text: "{name}", color: "#000000", align: "left", lines: "1", form: "round" },
    ...{ background: "plain", ground: "#ffffff", opacity: "100" },
    x: String(x),
    y: String(y),
    width: String(side),
    height: String(side),
  };
}

/** How far from the picture's edge a new part lies. */
const edge = 16;

type PartProps = {
  part: PlacedFields;
  index: number;
  /** Not there yet: it is one as soon as it is said what. */
  isNew: boolean;
  words: Words<"pictures">;
};

export function Part({ part, index, isNew, words }: PartProps) {
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
      <legend>{isNew ? words.another : fill(words.component, { n: index + 1 })}</legend>
      {choice("type", words.type, [
        ["", words["type-none"]],
        ["qr", words["type-qr"]],
        ["text", words["type-text"]],
        ["avatar", words["type-avatar"]],
      ])}
      <div data-only="text">
        <Field name={`text-${index}`} label={words.text} hint={words.textHint}>
          {(control) => <input {...control} name="text" value={part.text} maxlength={200} />}
        </Field>
      </div>
      <p class="measures">
        {number("x")}
        {number("y")}
        {number("width")}
        {number("height")}
      </p>
      <details>
        <summary>{words.looks}</summary>
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
