import { consentModes } from "../../../domain/vocabulary.ts";
import type { FieldError } from "../../../usecases/errors.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Card, Field } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/** The workspace's settings as a form has them. */
export interface SettingsFields {
  name: string;
  timezone: string;
  consentMode: string;
  retentionDays: string;
  brands: readonly string[];
  bannedWords: readonly string[];
}

export function renderSettings(
  desk: Desk,
  settings: SettingsFields,
  errors: readonly FieldError[],
): string {
  const words = wordsOf("manage", desk.language);
  const wrong = (path: string) =>
    errors.find((error) => error.path.replace(/\[.*/, "") === path)?.message;
  return renderScreen({
    desk,
    title: words.settings,
    at: "settings",
    children: (
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
            {(control) => <input {...control} name="timezone" value={settings.timezone} required />}
          </Field>
        </Card>
        <Card title={words.words}>
          <Field name="brands" label={words.brands} hint={words.brandsHint} error={wrong("brands")}>
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
    ),
  });
}
