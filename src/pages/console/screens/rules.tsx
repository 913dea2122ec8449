import type { RuleChoices } from "../../../usecases/console/rule-choices.ts";
import type { RuleInput } from "../../../usecases/console/rule-input.ts";
import type { showRule, showRules, tryRule } from "../../../usecases/console/show-rules.ts";
import type { FieldError } from "../../../usecases/errors.ts";
import { formatWhen } from "../../shell/format.ts";
import { spoken } from "../../shell/spoken.ts";
import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Badge, Card, Empty, Note } from "../ui/parts.tsx";
import { readerName } from "../ui/reader-name.ts";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { RuleForm } from "./rule-form.tsx";

export type RulesView = Awaited<ReturnType<typeof showRules>>;
export type RuleView = Awaited<ReturnType<typeof showRule>>;
type Rule = RulesView["rules"][number];
type Tried = Awaited<ReturnType<typeof tryRule>>;

const place = "/console/rules";

function stateOf({ publishedVersion, isChanged }: Rule | RuleView, words: Words<"rules">): string {
  if (publishedVersion === null) return words["state-draft"];
  return fill(isChanged ? words["state-ahead"] : words["state-live"], { n: publishedVersion });
}

export function ruleColumns(desk: Desk): Column<Rule>[] {
  const { language } = desk;
  const words = wordsOf("rules", language);
  return [
    {
      key: "tag",
      title: words.tag,
      value: ({ name }) => spoken(name, language),
      cell: ({ id, name }) => <a href={`${place}/${id}`}>{spoken(name, language)}</a>,
    },
    { key: "rule", title: words.sentence, value: ({ sentence }) => spoken(sentence, language) },
    { key: "use", title: words.use, value: ({ draft }) => draft.use },
    {
      key: "state",
      title: words.state,
      value: (rule) => stateOf(rule, words),
      cell: (rule) => (
        <Badge tone={rule.publishedVersion === null ? "plain" : "good"}>
          {stateOf(rule, words)}
        </Badge>
      ),
    },
  ];
}

/** The workspace's rules and the built-in ones, each in plain words. */
export function renderRules(desk: Desk, view: RulesView, query: TableQuery): string {
  const words = wordsOf("rules", desk.language);
  return renderScreen({
    desk,
    title: words.title,
    at: "rules",
    actions: desk.mayWrite ? (
      <a class="button full" href={`${place}/new`}>
        {words.new}
      </a>
    ) : null,
    children: (
      <>
        <p class="quiet">{words.lead}</p>
        {view.rules.length === 0 ? (
          <Empty title={words.empty} text={words.emptyText} />
        ) : (
          <Table
            caption={words.title}
            language={desk.language}
            rows={view.rules}
            columns={ruleColumns(desk)}
            path={place}
            query={query}
          />
        )}
        <Card title={words.builtIn}>
          <p class="quiet">{words.builtInLead}</p>
          <ul>
            {view.builtIn.map(({ sentence }) => (
              <li>{spoken(sentence, desk.language)}</li>
            ))}
          </ul>
        </Card>
      </>
    ),
  });
}

const trailOf = (desk: Desk) => [{ href: place, text: wordsOf("rules", desk.language).title }];

/** A rule to write or to change. @param rule - null of a new one */
export function renderRule(
  desk: Desk,
  rule: RuleView | null,
  input: RuleInput,
  choices: RuleChoices,
  faults: readonly FieldError[] = [],
): string {
  const words = wordsOf("rules", desk.language);
  return renderScreen({
    desk,
    title: rule ? spoken(rule.name, desk.language) : words.new,
    at: "rules",
    trail: trailOf(desk),
    actions:
      rule && desk.mayWrite ? (
        <a class="button" href={`${place}/${rule.id}/try`}>
          {words.try}
        </a>
      ) : null,
    children: (
      <>
        {faults.length > 0 ? (
          <Note tone="bad">
            <p>{words.wrong}</p>
            <ul>
              {faults.map(({ path, message }) => (
                <li>
                  <b>{path}</b>: <FaultText text={message} language={desk.language} />
                </li>
              ))}
            </ul>
          </Note>
        ) : null}
        {rule ? (
          <Note>
            <p>{spoken(rule.sentence, desk.language)}</p>
            <p class="quiet">{stateOf(rule, words)}</p>
          </Note>
        ) : null}
        <RuleForm
          desk={desk}
          action={rule ? `${place}/${rule.id}` : place}
          input={input}
          choices={choices}
        />
        {rule ? <Versions desk={desk} rule={rule} words={words} /> : null}
        {rule && desk.mayWrite ? (
          <div class="buttons">
            <ActionForm
              action={`${place}/${rule.id}/remove`}
              token={desk.tokens["rule-remove"]}
              label={words.remove}
              kind="danger"
              ask={words.removeAsk}
            />
          </div>
        ) : null}
      </>
    ),
  });
}

function Versions({ desk, rule, words }: { desk: Desk; rule: RuleView; words: Words<"rules"> }) {
  const when = (at: string) => formatWhen(at, rule.now, rule.timezone, desk.language);
  return (
    <Card title={words.versions}>
      {rule.versions.length === 0 ? <p class="quiet">{words.versionsNone}</p> : null}
      <ul class="lines">
        {rule.versions
          .toSorted((a, b) => b.version - a.version)
          .map(({ version, sentence, since, until }) => (
            <li>
              <div>
                <p>
                  <b>{fill(words.version, { n: version })}</b>{" "}
                  <span class="quiet">
                    {since === null ? words.always : fill(words.from, { at: when(since) })}
                    {until === null ? "" : ` · ${fill(words.until, { at: when(until) })}`}
                  </span>
                </p>
                <p>{spoken(sentence, desk.language)}</p>
              </div>
            </li>
          ))}
      </ul>
    </Card>
  );
}

/** What a draft would do, and its publishing. */
export function renderTry(desk: Desk, rule: RuleView, tried: Tried): string {
  const { language } = desk;
  const words = wordsOf("rules", language);
  const publish = (label: string, backDate: string, ask?: string) => (
    <ActionForm
      action={`${place}/${rule.id}/publish`}
      token={desk.tokens["rule-publish"]}
      label={label}
      {...(ask ? { ask } : { kind: "full" as const })}
    >
      <input type="hidden" name="backDate" value={backDate} />
    </ActionForm>
  );
  return renderScreen({
    desk,
    title: words.tried,
    at: "rules",
    trail: [...trailOf(desk), { href: `${place}/${rule.id}`, text: spoken(rule.name, language) }],
    children: (
      <>
        <Note>
          <p>{spoken(rule.sentence, language)}</p>
        </Note>
        <Card title={spoken(tried.summary, language)}>
          <p class="quiet">{words.triedLead}</p>
          {tried.isComplete ? null : <p>{words.partial}</p>}
          {tried.viewers === 0 ? (
            <p>{words.nobody}</p>
          ) : (
            <ul class="lines">
              {tried.examples.map(({ viewerId, contact, name, score, why }) => (
                <li>
                  <div>
                    <p>
                      <a href={`/console/readers/${viewerId}`}>{readerName(contact, language)}</a>{" "}
                      <Badge tone="good">
                        {spoken(name, language)} {Math.round(score)}
                      </Badge>
                    </p>
                    <p class="quiet">{spoken(why, language)}</p>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Card>
        {tried.tags.length > 1 ? (
          <Card title={words.tags}>
            <ul class="lines">
              {tried.tags.slice(0, 20).map(({ name, viewers }) => (
                <li>
                  <span>{spoken(name, language)}</span>
                  <span>{viewers}</span>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        {desk.mayWrite ? (
          <>
            <p class="buttons">
              {publish(words.publish, "")}
              {publish(words.publishBack, "yes", words.publishBackAsk)}
              <a class="button" href={`${place}/${rule.id}`}>
                {words.back}
              </a>
            </p>
            <p class="quiet">{words.publishedSaid}</p>
          </>
        ) : null}
      </>
    ),
  });
}
