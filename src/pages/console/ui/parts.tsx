/** The console's small parts. Each is shown on /console/components. */
import type { Child } from "hono/jsx";

/** What a part says by its colour, and always by a word or a sign too. */
export type Tone = "plain" | "good" | "warn" | "bad" | "live";

export function Badge({ tone = "plain", children }: { tone?: Tone; children?: Child }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

export function Note({ tone = "plain", children }: { tone?: Tone; children?: Child }) {
  return (
    <div class={`note ${tone}`} role={tone === "bad" ? "alert" : undefined}>
      {children}
    </div>
  );
}

export function Card(props: { title?: string; id?: string; aside?: Child; children?: Child }) {
  const { title, id, aside, children } = props;
  return (
    <section class="card" id={id}>
      {title || aside ? (
        <div class="card-head">
          {title ? <h2>{title}</h2> : <span />}
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** A number that opens into how it was made. */
export function Figure(props: {
  name: string;
  value: string;
  hint?: string;
  how: string;
  label: string;
}) {
  const { name, value, hint, how, label } = props;
  return (
    <div class="figure">
      <p class="name">{name}</p>
      <p class="value">{value}</p>
      {hint ? <p class="quiet">{hint}</p> : null}
      <details>
        <summary>
          {label}
          <span class="offscreen">: {name}</span>
        </summary>
        <p>{how}</p>
      </details>
    </div>
  );
}

/** Nothing to see yet, why, and what to do about it. */
export function Empty(props: { title: string; text: string; children?: Child }) {
  return (
    <div class="empty">
      <span class="mark" aria-hidden="true" />
      <h2>{props.title}</h2>
      <p class="quiet">{props.text}</p>
      {props.children ? <p class="buttons">{props.children}</p> : null}
    </div>
  );
}

/** How much of a whole. The words beside it say the same. */
export function Meter(props: {
  value: number;
  of: number;
  label: string;
  id?: string;
  tone?: Tone;
}) {
  const { value, of, label, id, tone } = props;
  return (
    <progress
      id={id}
      class={`meter ${tone ?? "plain"}`}
      max={Math.max(1, of)}
      value={Math.min(value, Math.max(1, of))}
      aria-label={label}
    />
  );
}

export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with it. */
  error?: string | undefined;
  children: (control: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": "true" | undefined;
  }) => Child;
}

/** A label, a control, a hint and what is wrong, tied together for whoever listens. */
export function Field({ name, label, hint, error, children }: FieldProps) {
  const id = `field-${name}`;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? "true" : undefined,
      })}
      {hint ? (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** One of several, all of them in sight. */
export function Choices(props: {
  name: string;
  legend: string;
  options: readonly { value: string; text: string }[];
  chosen: string;
  hint?: string;
}) {
  const { name, legend, options, chosen, hint } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(({ value, text }) => (
        <label class="choice">
          <input type="radio" name={name} value={value} checked={value === chosen} /> {text}
        </label>
      ))}
      {hint ? <p class="quiet">{hint}</p> : null}
    </fieldset>
  );
}

/** A form that sends one picture and nothing else. */
export function PictureForm(props: {
  action: string;
  token: string | undefined;
  label: string;
  hint: string;
  send: string;
  kind?: "full";
}) {
  const { action, token, label, hint, send, kind } = props;
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <input type="hidden" name="token" value={token ?? ""} />
      <Field name="file" label={label} hint={hint}>
        {(control) => (
          <input
            {...control}
            type="file"
            name="file"
            accept="image/jpeg,image/png,image/webp"
            required
          />
        )}
      </Field>
      <p class="buttons">
        <button type="submit" class={`button ${kind ?? ""}`.trim()}>
          {send}
        </button>
      </p>
    </form>
  );
}

/** Ways to look at the same thing, as addresses of their own. */
export function Tabs(props: {
  label: string;
  tabs: readonly { href: string; text: string; on: boolean }[];
}) {
  return (
    <nav class="tabs" aria-label={props.label}>
      {props.tabs.map(({ href, text, on }) => (
        <a href={href} aria-current={on ? "page" : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}

/** A form that does one thing at the press of its button. */
export function ActionForm(props: {
  action: string;
  token: string | undefined;
  label: string;
  kind?: "full" | "link" | "danger";
  /** A question that is asked first. */
  ask?: string;
  children?: Child;
}) {
  const { action, token, label, kind, ask, children } = props;
  return (
    <form method="post" action={action} class="inline" data-ask={ask}>
      <input type="hidden" name="token" value={token ?? ""} />
      {children}
      <button type="submit" class={kind === "link" ? "link" : `button ${kind ?? ""}`.trim()}>
        {label}
      </button>
    </form>
  );
}

/** A text with what it says otherwise than another one marked. */
export function Marked({ parts }: { parts: readonly { kind: string; text: string }[] }) {
  return <>{parts.map(({ kind, text }) => (kind === "new" ? <mark>{text}</mark> : text))}</>;
}
