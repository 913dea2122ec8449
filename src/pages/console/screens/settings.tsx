import { accentsOf, type Hex } from "../../../domain/accent.ts";
import { consentModes } from "../../../domain/vocabulary.ts";
import type { FieldError } from "../../../usecases/errors.ts";
import { faultWords } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Card, Field } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/** The workspace's settings as a form has them. */
export interface SettingsFields {
  name: string;
  timezone: string;
  consentMode: string;
  retentionDays: string;
  leaveName: boolean;
  brands: readonly string[];
  bannedWords: readonly string[];
  /** "#rrggbb" or whatever was typed; "" for Starling's own. */
  colour: string;
}

export function renderSettings(
  desk: Desk,
  settings: SettingsFields,
  { logo, demo: isDemo }: { logo: string | null; demo: boolean },
  errors: readonly FieldError[],
): string {
  const words = wordsOf("manage", desk.language);
  const wrong = (path: string) => {
    const error = errors.find((one) => one.path.replace(/\[.*/, "") === path);
    return error && faultWords(error.message, desk.language);
  };
  return renderScreen({
    desk,
    title: words.settings,
    at: "settings",
    children: (
      <>
        <form method="post" action="/console/settings" class="settings">
          <input type="hidden" name="token" value={desk.tokens.settings ?? ""} />
          <Card title={words.general}>
            <Field
              name="name"
              label={words.workspaceName}
              hint={words.workspaceNameHint}
              error={wrong("name")}
            >
              {(control) => <input {...control} name="name" value={settings.name} required />}
            </Field>
            <Field
              name="timezone"
              label={words.timezone}
              hint={words.timezoneHint}
              error={wrong("timezone")}
            >
              {(control) => (
                <input {...control} name="timezone" value={settings.timezone} required />
              )}
            </Field>
          </Card>
          <Colour desk={desk} colour={settings.colour} error={wrong("colour")} />
          <Card title={words.words}>
            <Field
              name="brands"
              label={words.brands}
              hint={words.brandsHint}
              error={wrong("brands")}
            >
              {(control) => (
                <textarea {...control} name="brands" rows={4}>
                  {settings.brands.join("\n")}
                </textarea>
              )}
            </Field>
            <Field
              name="bannedWords"
              label={words.banned}
              hint={words.bannedHint}
              error={wrong("bannedWords")}
            >
              {(control) => (
                <textarea {...control} name="bannedWords" rows={4}>
                  {settings.bannedWords.join("\n")}
                </textarea>
              )}
            </Field>
          </Card>
          <Card title={words.privacy}>
            <fieldset>
              <legend>{words.consent}</legend>
              {consentModes.map((mode) => (
                <label class="choice">
                  <input
                    type="radio"
                    name="consentMode"
                    value={mode}
                    checked={mode === settings.consentMode}
                  />{" "}
                  {words[mode]}
                </label>
              ))}
              <p class="quiet">{words.consentHint}</p>
            </fieldset>
            <p>
              <label class="choice">
                <input type="checkbox" name="leaveName" value="yes" checked={settings.leaveName} />{" "}
                {words.leaveName}
              </label>
            </p>
            <p class="quiet">{words.leaveNameHint}</p>
            <Field
              name="retentionDays"
              label={words.retention}
              hint={words.retentionHint}
              error={wrong("retentionDays")}
            >
              {(control) => (
                <input
                  {...control}
                  name="retentionDays"
                  inputmode="numeric"
                  value={settings.retentionDays}
                  required
                />
              )}
            </Field>
            <p>
              <a href="/privacy">{words.seeNotice}</a>
            </p>
          </Card>
          <p class="buttons">
            <button type="submit" class="button full">
              {words.save}
            </button>
          </p>
        </form>
        <Logo desk={desk} logo={logo} />
        {isDemo ? (
          <Card title={words.demo} id="demo">
            <p>{words.demoLead}</p>
            <ActionForm
              action="/console/settings/clear-demo"
              token={desk.tokens["clear-demo"]}
              label={words.demoClear}
              kind="danger"
              ask={words.demoAsk}
            />
          </Card>
        ) : null}
      </>
    ),
  });
}

/** The colour, with what pages make of it in either scheme; the script moves it along while it is chosen. */
function Colour(props: { desk: Desk; colour: string; error: string | undefined }) {
  const { desk, colour, error } = props;
  const words = wordsOf("manage", desk.language);
  const hex = /^#[0-9a-f]{6}$/.test(colour) ? (colour as Hex) : starlingGreen;
  const accents = accentsOf(hex);
  return (
    <Card title={words.look}>
      <Field name="colour" label={words.colour} hint={words.colourHint} error={error}>
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
      <ul class="looks" aria-label={words.lookSample}>
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
function Logo({ desk, logo }: { desk: Desk; logo: string | null }) {
  const words = wordsOf("manage", desk.language);
  return (
    <Card title={words.logo} id="logo">
      {logo ? (
        <p>
          <img class="logo" src={logo} alt={words.logo} />
        </p>
      ) : null}
      <form method="post" action="/console/settings/logo" enctype="multipart/form-data">
        <input type="hidden" name="token" value={desk.tokens.logo ?? ""} />
        <Field name="file" label={words.logoFile} hint={words.logoHint}>
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
          <button type="submit" class="button">
            {words.logoSend}
          </button>
        </p>
      </form>
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
