import { type AccountFault, accountFaults } from "../../../domain/account.ts";
import {
  type OutsideSystem,
  outsideSystems,
  signInsOf,
  ticketModes,
} from "../../../domain/vocabulary.ts";
import type { getAccount } from "../../../usecases/accounts/get-account.ts";
import type { TrialStep } from "../../../usecases/accounts/try-account.ts";
import type { AccountLack, FieldError } from "../../../usecases/errors.ts";
import { formatWhen } from "../../shell/format.ts";
import { CopyText } from "../ui/copy.tsx";
import { faultWords } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Badge, Card, Choices, Field, Note, type Tone } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";

type Account = Awaited<ReturnType<typeof getAccount>>;

const place = "/console/settings/integrations";

/** What a form holds besides the secret, which is never written into a page, not even back to whoever typed it. */
const fieldNames = ["appId", "agentId", "ticketMode", "proxyOrigin", "signIn", "proofs"] as const;
export type AccountFields = Record<(typeof fieldNames)[number], string>;

export const fieldsOf = (text: (name: string) => string): AccountFields =>
  Object.fromEntries(fieldNames.map((name) => [name, text(name)])) as AccountFields;

export interface IntegrationsView {
  accounts: Record<OutsideSystem, Account>;
  /** Of this console, where the API is too. */
  origin: string;
  /** RFC 3339. */
  now: string;
  /** What a trial found a moment ago. */
  trial?: { system: OutsideSystem; ok: boolean; steps: readonly TrialStep[] };
  /** A form as it was sent, with what is wrong in it. */
  refused?: { system: OutsideSystem; fields: AccountFields; errors: readonly FieldError[] };
}

/** The accounts that the workspace has with other systems: settings, how they do, a trial. */
export function renderIntegrations(desk: Desk, view: IntegrationsView): string {
  const words = wordsOf("integrations", desk.language);
  return renderScreen({
    desk,
    title: wordsOf("frame", desk.language).integrations,
    at: "integrations",
    trail: [{ href: "/console/settings", text: wordsOf("manage", desk.language).settings }],
    children: (
      <>
        <p class="quiet">{words.lead}</p>
        {outsideSystems.map((system) => (
          <AccountCard desk={desk} view={view} system={system} words={words} />
        ))}
      </>
    ),
  });
}

interface PartProps {
  desk: Desk;
  view: IntegrationsView;
  system: OutsideSystem;
  words: Words<"integrations">;
}

const tones: Record<Account["health"]["state"], Tone> = {
  none: "plain",
  unused: "plain",
  good: "good",
  failing: "bad",
};

function AccountCard({ desk, view, system, words }: PartProps) {
  const account = view.accounts[system];
  const { state } = account.health;
  return (
    <Card
      title={words[system]}
      id={system}
      aside={<Badge tone={tones[state]}>{words[`state-${state}`]}</Badge>}
    >
      {view.trial?.system === system ? <Trial trial={view.trial} words={words} /> : null}
      {account.isConfigured ? (
        <>
          <Health desk={desk} view={view} system={system} words={words} />
          <div class="buttons">
            <ActionForm
              action={`${place}/${system}/try`}
              token={desk.tokens[`${system}-try`]}
              label={words.try}
            />{" "}
            <ActionForm
              action={`${place}/${system}/remove`}
              token={desk.tokens[`${system}-remove`]}
              label={words.remove}
              kind="danger"
              ask={system === "wecom" ? words["removeAsk-wecom"] : words.removeAsk}
            />
          </div>
          <p class="quiet">{words.tryLead}</p>
        </>
      ) : null}
      <Settings desk={desk} view={view} system={system} words={words} />
    </Card>
  );
}

/** When the last ticket or token came, what went wrong last, and how a ticket is handed in. */
function Health({ desk, view, system, words }: PartProps) {
  const { health, ticketMode, appId } = view.accounts[system];
  const { lentAt, lentUntil, lastFault } = health;
  const isPushed = system === "wechat" && ticketMode === "pushed";
  const when = (at: string) => formatWhen(at, view.now, desk.timeZone, desk.language);
  return (
    <>
      <p class="quiet">
        <span class="mono">{appId}</span>
      </p>
      {lentAt && lentUntil ? (
        <p>
          {fill(isPushed ? words.lentPushed : words.lent, {
            at: when(lentAt),
            until: when(lentUntil),
          })}
        </p>
      ) : null}
      {isPushed ? (
        <>
          {lentAt ? null : <p>{words.neverPushed}</p>}
          <p>{words.pushHow}</p>
          <CopyText
            id="push-call"
            text={pushCall(view.origin)}
            label={words.copy}
            done={words.copied}
          />
        </>
      ) : null}
      {lastFault ? (
        <Note tone={health.state === "failing" ? "warn" : "plain"}>
          <p>
            <b>{fill(words.lastFault, { at: when(lastFault.at) })}</b>
          </p>
          <p>{adviceOn(lastFault.code, words)}</p>
          <WechatNumber of={lastFault.errcode} words={words} />
        </Note>
      ) : null}
    </>
  );
}

const pushCall = (origin: string) =>
  `curl -X PUT ${origin}/v1/integrations/wechat/ticket -H "Authorization: Bearer $STARLING_KEY" -H "Content-Type: application/json" -d '{"ticket": "…", "expiresAt": "…Z"}'`;

function Trial(props: {
  trial: NonNullable<IntegrationsView["trial"]>;
  words: Words<"integrations">;
}) {
  const { trial, words } = props;
  return (
    <Note tone={trial.ok ? "good" : "bad"}>
      <p>
        <b>{words.tried}</b>: {trial.ok ? words.triedGood : words.triedBad}
      </p>
      <ul class="lines">
        {trial.steps.map(({ step, ok, code, errcode, seenAddress }) => (
          <li>
            <div>
              <p>
                {words[`step-${step}`]}{" "}
                <Badge tone={ok ? "good" : "bad"}>{ok ? words.stepGood : words.stepBad}</Badge>
              </p>
              {code === null ? null : <p>{adviceOn(code, words)}</p>}
              <WechatNumber of={errcode} words={words} />
              {seenAddress ? (
                <>
                  <p>{words.seenAddress}</p>
                  <CopyText
                    id={`seen-${step}`}
                    text={seenAddress}
                    label={words.copy}
                    done={words.copied}
                  />
                </>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Note>
  );
}

function WechatNumber({ of, words }: { of: number | null; words: Words<"integrations"> }) {
  return of === null ? null : <p class="quiet">{fill(words.number, { n: of })}</p>;
}

const lacks: readonly AccountLack[] = ["not-configured", "ticket-missing", "secret-unreadable"];
const faults: readonly (AccountFault | AccountLack)[] = [...accountFaults, ...lacks];

/** What to do about a fault, in the words of this screen: the API's own speak of its calls. */
function adviceOn(code: string, words: Words<"integrations">): string {
  const fault = faults.find((each) => code === `wechat-${each}` || code === `wecom-${each}`);
  return words[`fault-${fault ?? "unknown"}`];
}

/** What the form holds: as it was sent where it was refused, else as it is kept. */
function formOf({ accounts, refused }: IntegrationsView, system: OutsideSystem): AccountFields {
  if (refused?.system === system) return refused.fields;
  const { appId, agentId, ticketMode, proxyOrigin, signIn, proofs } = accounts[system];
  return {
    appId: appId ?? "",
    agentId: agentId ?? "",
    ticketMode,
    proxyOrigin: proxyOrigin ?? "",
    signIn,
    proofs: proofs.map(({ name, content }) => lineOf(name, content)).join("\n"),
  };
}

const lineOf = (name: string, content: string) =>
  name.endsWith(`_${content}.txt`) ? name : `${name} ${content}`;

function Settings({ desk, view, system, words }: PartProps) {
  const account = view.accounts[system];
  const fields = formOf(view, system);
  const errors = view.refused?.system === system ? view.refused.errors : [];
  const wrong = (...names: string[]) => {
    const error = errors.find(({ path }) => names.includes(path.replace(/[.[].*/, "")));
    return error && faultWords(error.message, desk.language);
  };
  const isWechat = system === "wechat";
  const text = (name: "appId" | "agentId" | "proxyOrigin", isRequired: boolean) => ({
    name,
    value: fields[name],
    required: isRequired,
    autocomplete: "off",
  });
  return (
    <form method="post" action={`${place}/${system}`} class="settings">
      <input type="hidden" name="token" value={desk.tokens[system] ?? ""} />
      {errors.length > 0 ? (
        <Note tone="bad">
          <p>{words.wrong}</p>
        </Note>
      ) : null}
      <Field
        name={`${system}-appId`}
        label={isWechat ? words.appId : words.corpId}
        hint={isWechat ? words.appIdHint : words.corpIdHint}
        error={wrong("appId", "corpId")}
      >
        {(control) => <input {...control} {...text("appId", true)} />}
      </Field>
      {isWechat ? null : (
        <Field name="wecom-agentId" label={words.agentId} error={wrong("agentId")}>
          {(control) => <input {...control} {...text("agentId", true)} inputmode="numeric" />}
        </Field>
      )}
      <Field
        name={`${system}-secret`}
        label={isWechat ? words.appSecret : words.secret}
        hint={account.hasSecret ? words.secretKept : words.secretNew}
        error={wrong("appSecret", "secret")}
      >
        {(control) => (
          <input {...control} type="password" name="secret" autocomplete="new-password" />
        )}
      </Field>
      {isWechat ? (
        <Choices
          name="ticketMode"
          legend={words.ticketMode}
          options={ticketModes.map((value) => ({ value, text: words[value] }))}
          chosen={fields.ticketMode}
        />
      ) : null}
      <Choices
        name="signIn"
        legend={words.signIn}
        options={signInsOf[system].map((value) => ({
          value,
          text: value === "base" ? words[`signIn-base-${system}`] : words[`signIn-${value}`],
        }))}
        chosen={fields.signIn}
        hint={words.signInHint}
      />
      <Field
        name={`${system}-proxy`}
        label={words.proxy}
        hint={words.proxyHint}
        error={wrong("proxyOrigin")}
      >
        {(control) => <input {...control} {...text("proxyOrigin", false)} inputmode="url" />}
      </Field>
      <Field
        name={`${system}-proofs`}
        label={words.proofs}
        hint={fill(words.proofsHint, { prefix: isWechat ? "MP" : "WW" })}
        error={wrong("proofs")}
      >
        {(control) => (
          <textarea {...control} name="proofs" rows={2} spellcheck={false} class="mono">
            {fields.proofs}
          </textarea>
        )}
      </Field>
      {account.proofs.length > 0 ? (
        <div>
          <p class="quiet">{words.proofAt}</p>
          <ul>
            {account.proofs.map(({ name, url }) => (
              <li>
                <a class="mono" href={url}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <p>
          <b>{words.domain}</b>
        </p>
        <p class="quiet">{words[`domain-${system}`]}</p>
        <CopyText
          id={`${system}-domain`}
          text={account.domain}
          label={words.copy}
          done={words.copied}
        />
      </div>
      <p class="buttons">
        <button type="submit" class="button full">
          {account.isConfigured ? words.save : words.saveNew}
        </button>
      </p>
    </form>
  );
}
