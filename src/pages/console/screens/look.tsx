/** How the workspace looks to readers, as the settings have it. */
import { accentsOf, type Hex } from "../../../domain/accent.ts";
import type { Desk } from "../ui/frame.tsx";
import { ActionForm, Card, Field, PictureForm } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/** The colour, with what pages make of it in either scheme; the script moves it along while it is chosen. */
export function Colour({ desk, colour }: { desk: Desk; colour: string }) {
  const words = wordsOf("manage", desk.language);
  const hex = /^#[0-9a-f]{6}$/.test(colour) ? (colour as Hex) : starlingGreen;
  const accents = accentsOf(hex);
  return (
    <Card title={words.look} id="look">
      <Field name="colour" label={words.colour} hint={words.colourHint}>
        {(control) => (
          <input
            {...control}
            name="colour"
            value={colour}
            placeholder={starlingGreen}
            pattern="#[0-9a-fA-F]{6}"
            maxlength={7}
            class="mono"
            data-colour
          />
        )}
      </Field>
      <p class="field">
        <label>
          {words.pick} <input type="color" value={hex} data-pick />
        </label>
      </p>
      <ul class="schemes" aria-label={words.lookSample}>
        {schemes.map((scheme) => (
          <li class={`look-${scheme}`}>
            <style nonce={desk.nonce}>
              {`.look-${scheme}{--accent:${accents[scheme].accent};--soft:${accents[scheme].soft}}`}
            </style>
            <p class="notice-sample">{words.sampleNotice}</p>
            <p>
              <b class="sample-full">{words.sampleButton}</b> <u>{words.sampleLink}</u>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const schemes = ["light", "dark"] as const;
/** What pages have where nothing was chosen, as shell/base.css. */
const starlingGreen = "#1d5c50";

/** The logo, in a form of its own: a file is sent with nothing else. */
export function Logo({ desk, logo }: { desk: Desk; logo: string | null }) {
  const words = wordsOf("manage", desk.language);
  return (
    <Card title={words.logo} id="logo">
      {logo ? (
        <p>
          <img class="logo" src={logo} alt={words.logo} />
        </p>
      ) : null}
      <PictureForm
        action="/console/settings/logo"
        token={desk.tokens.logo}
        label={words.logoFile}
        hint={words.logoHint}
        send={words.logoSend}
      />
      {logo ? (
        <ActionForm
          action="/console/settings/logo-remove"
          token={desk.tokens["logo-remove"]}
          label={words.logoRemove}
          kind="link"
        />
      ) : null}
    </Card>
  );
}
