import { type NoticeWords, noticeLanguages } from "../../../domain/notice.ts";
import { authorLanguages, consentModes, floors } from "../../../domain/vocabulary.ts";
import { LANGUAGE_NAMES } from "../../shell/language.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Card, Choices, Field, Note, Tabs } from "../ui/parts.tsx";
import { type Words, wordsOf } from "../words/index.ts";
import { Colour, Logo } from "./look.tsx";

/** The workspace's settings as a form has them. */
export interface SettingsFields {
  name: string;
  timezone: string;
  /** Of advice to those who write; "" for that of what they write. */
  language: string;
  consentMode: string;
  retentionDays: string;
  leaveName: boolean;
  brands: readonly string[];
  bannedWords: readonly string[];
  insistOn: string;
  varyLayout: boolean;
  /** "" for the host that is called. */
  shareOrigin: string;
  notice: NoticeWords;
  /** "#rrggbb" or whatever was typed; "" for Starling's own. */
  colour: string;
}

export function renderSettings(
  desk: Desk,
  settings: SettingsFields,
  { logo, demo: isDemo }: { logo: string | null; demo: boolean },
): string {
  const words = wordsOf("manage", desk.language);
  const part = { settings, words };
  return renderScreen({
    desk,
    title: words.settings,
    at: "settings",
    children: (
      <>
        <SettingsMap desk={desk} isDemo={isDemo} />
        {desk.mayAdmin ? null : <Note>{wordsOf("faults", desk.language)["read-only"]}</Note>}
        <form method="post" action="/console/settings" class="settings">
          <input type="hidden" name="token" value={desk.tokens.settings ?? ""} />
          <Card title={words.general} id="general">
            <Field name="name" label={words.workspaceName} hint={words.workspaceNameHint}>
              {(control) => <input {...control} name="name" value={settings.name} required />}
            </Field>
            <Field name="timezone" label={words.timezone} hint={words.timezoneHint}>
              {(control) => (
                <input {...control} name="timezone" value={settings.timezone} required />
              )}
            </Field>
          </Card>
          <Colour desk={desk} colour={settings.colour} />
          <Writing {...part} />
          <Card title={words.words} id="words">
            <Field name="brands" label={words.brands} hint={words.brandsHint}>
              {(control) => (
                <textarea {...control} name="brands" rows={4}>
                  {settings.brands.join("\n")}
                </textarea>
              )}
            </Field>
            <Field name="bannedWords" label={words.banned} hint={words.bannedHint}>
              {(control) => (
                <textarea {...control} name="bannedWords" rows={4}>
                  {settings.bannedWords.join("\n")}
                </textarea>
              )}
            </Field>
          </Card>
          <ShareHost {...part} />
          <Card title={words.privacy} id="privacy">
            <Choices
              name="consentMode"
              legend={words.consent}
              options={consentModes.map((value) => ({ value, text: words[value] }))}
              chosen={settings.consentMode}
              hint={words.consentHint}
            />
            <p>
              <label class="choice">
                <input type="checkbox" name="leaveName" value="yes" checked={settings.leaveName} />{" "}
                {words.leaveName}
              </label>
            </p>
            <p class="quiet">{words.leaveNameHint}</p>
            <Field name="retentionDays" label={words.retention} hint={words.retentionHint}>
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
            <AddedNotice {...part} />
            <p>
              <a href="/console/notice">{words.seeNotice}</a>
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

interface PartProps {
  settings: SettingsFields;
  words: Words<"manage">;
}

/** Where the parts of this screen are, and the screens that settle the rest. */
function SettingsMap({ desk, isDemo }: { desk: Desk; isDemo: boolean }) {
  const words = wordsOf("manage", desk.language);
  const { integrations } = wordsOf("frame", desk.language);
  const here = ["general", "look", "writing", "words", "share", "privacy", "logo"] as const;
  const tabs = [
    ...here.map((id) => ({ href: `#${id}`, text: words[id], on: false })),
    ...(isDemo ? [{ href: "#demo", text: words.demo, on: false }] : []),
    { href: "/console/settings/integrations", text: integrations, on: false },
    { href: "/console/members", text: words.members, on: false },
    { href: "/console/keys", text: words.keys, on: false },
    { href: "/console/audit", text: words.audit, on: false },
  ];
  return <Tabs label={words.settings} tabs={tabs} />;
}

/** What publishing insists on, and in which language those who write are advised. */
function Writing({ settings, words }: PartProps) {
  return (
    <Card title={words.writing} id="writing">
      <Field name="language" label={words.language} hint={words.languageHint}>
        {(control) => (
          <select {...control} name="language">
            <option value="" selected={settings.language === ""}>
              {words.languageOwn}
            </option>
            {authorLanguages.map((each) => (
              <option value={each} selected={each === settings.language}>
                {languageNames[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choices
        name="insistOn"
        legend={words.insistOn}
        options={floors.map((value) => ({ value, text: words[`floor-${value}`] }))}
        chosen={settings.insistOn}
        hint={words.insistOnHint}
      />
      <p>
        <label class="choice">
          <input type="checkbox" name="varyLayout" value="yes" checked={settings.varyLayout} />{" "}
          {words.varyLayout}
        </label>
      </p>
      <p class="quiet">{words.varyLayoutHint}</p>
    </Card>
  );
}

const languageNames = { "zh-CN": "简体中文", "zh-TW": "繁體中文", en: "English" } as const;

function ShareHost({ settings, words }: PartProps) {
  return (
    <Card title={words.share} id="share">
      <Field name="shareOrigin" label={words.shareOrigin} hint={words.shareOriginHint}>
        {(control) => (
          <input
            {...control}
            name="shareOrigin"
            inputmode="url"
            autocomplete="off"
            placeholder="https://share.example.com"
            value={settings.shareOrigin}
          />
        )}
      </Field>
    </Card>
  );
}

/** The field of a language's addition to the notice. */
export const noticeField = (language: keyof NoticeWords) => `notice-${language}`;

/** What the workspace adds to the notice, in each language that readers' pages speak. */
function AddedNotice({ settings, words }: PartProps) {
  return (
    <fieldset>
      <legend>{words.added}</legend>
      <p class="quiet">{words.addedHint}</p>
      {noticeLanguages.map((language) => (
        <Field name={noticeField(language)} label={LANGUAGE_NAMES[language]}>
          {(control) => (
            <textarea {...control} name={noticeField(language)} rows={2}>
              {settings.notice[language] ?? ""}
            </textarea>
          )}
        </Field>
      ))}
    </fieldset>
  );
}
