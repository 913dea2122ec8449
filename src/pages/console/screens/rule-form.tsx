/** A rule in fields: plain words for who never wrote one. */
import { MAX_CONDITIONS } from "../../../domain/tag-rule.ts";
import type { RuleChoices } from "../../../usecases/console/rule-choices.ts";
import {
  type ConditionInput,
  NO_CONDITION,
  type RuleInput,
} from "../../../usecases/console/rule-input.ts";
import type { Desk } from "../ui/frame.tsx";
import { Field } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";

const fewestRows = 2;
const eachTopic = "*";

export function RuleForm(props: {
  desk: Desk;
  action: string;
  input: RuleInput;
  choices: RuleChoices;
}) {
  const { desk, action, input, choices } = props;
  const words = wordsOf("rules", desk.language);
  const rows = Math.min(MAX_CONDITIONS, Math.max(fewestRows, input.conditions.length + 1));
  return (
    <form method="post" action={action} class="card">
      <input type="hidden" name="token" value={desk.tokens.rule ?? ""} />
      <h2>{words.when}</h2>
      <Field name="join" label={words.join}>
        {(control) => (
          <select {...control} name="join">
            <option value="all">{words["join-all"]}</option>
            <option value="any" selected={input.join === "any"}>
              {words["join-any"]}
            </option>
          </select>
        )}
      </Field>
      {Array.from({ length: rows }, (_, at) => (
        <ConditionRow
          at={at}
          input={input.conditions[at] ?? NO_CONDITION}
          choices={choices}
          words={words}
        />
      ))}
      <h2>{words.gives}</h2>
      <Gives input={input} words={words} />
      {desk.mayWrite ? (
        <p class="buttons">
          <button type="submit" class="button full">
            {words.save}
          </button>
        </p>
      ) : null}
    </form>
  );
}

function ConditionRow(props: {
  at: number;
  input: ConditionInput;
  choices: RuleChoices;
  words: Words<"rules">;
}) {
  const { at, input, choices, words } = props;
  return (
    <fieldset>
      <legend>{fill(words.condition, { n: at + 1 })}</legend>
      <div class="fields">
        <Field name={`kind-${at}`} label={words.kind}>
          {(control) => (
            <select {...control} name={`kind-${at}`}>
              {(["", ...choices.kinds] as const).map((kind) => (
                <option value={kind} selected={kind === input.kind}>
                  {words[`kind-${kind}`]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <NumberField name={`amount-${at}`} label={words.amount} value={input.amount} />
        <Field name={`about-${at}`} label={words.about}>
          {(control) => (
            <select {...control} name={`about-${at}`}>
              <About chosen={input.about} choices={choices} words={words} />
            </select>
          )}
        </Field>
        <NumberField
          name={`within-${at}`}
          label={words.within}
          value={input.within}
          hint={words.withinHint}
        />
        {input.kind === "section" ? (
          <NumberField name={`times-${at}`} label={words.times} value={input.times} />
        ) : null}
      </div>
    </fieldset>
  );
}

function About(props: { chosen: string; choices: RuleChoices; words: Words<"rules"> }) {
  const { chosen, choices, words } = props;
  const option = (value: string, label: string) => (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  );
  const groups = [
    [words.topics, choices.topics.map((topic) => [`t:${topic}`, topic])],
    [words.posts, choices.posts.map(({ id, title }) => [`c:${id}`, title])],
    [
      words.parts,
      choices.parts.map(({ contentId, sectionId, heading, title }) => [
        `s:${contentId} ${sectionId}`,
        `${heading} – ${title}`,
      ]),
    ],
  ] as const;
  const isKnown = groups.some(([, some]) => some.some(([value]) => value === chosen));
  return (
    <>
      {option("", words["about-any"])}
      {option(eachTopic, words["about-each"])}
      {chosen !== "" && chosen !== eachTopic && !isKnown ? option(chosen, chosen.slice(2)) : null}
      {groups.map(([label, some]) =>
        some.length > 0 ? (
          <optgroup label={label}>
            {some.map(([value = "", name = ""]) => option(value, name))}
          </optgroup>
        ) : null,
      )}
    </>
  );
}

function Gives({ input, words }: { input: RuleInput; words: Words<"rules"> }) {
  return (
    <>
      <div class="fields">
        <Field name="tag" label={words.tag} hint={fill(words.tagHint, { place: "{topic}" })}>
          {(control) => (
            <input {...control} name="tag" value={input.tag} required maxlength={120} />
          )}
        </Field>
        <NumberField
          name="points"
          label={words.points}
          value={input.points}
          hint={words.pointsHint}
        />
        <NumberField
          name="halfLife"
          label={words.halfLife}
          value={input.halfLife}
          hint={words.halfLifeHint}
        />
        <NumberField name="cooldown" label={words.cooldown} value={input.cooldown} />
        <NumberField name="perDay" label={words.perDay} value={input.perDay} />
        <Field name="group" label={words.group} hint={words.groupHint}>
          {(control) => <input {...control} name="group" value={input.group} maxlength={60} />}
        </Field>
        <NumberField name="groupMin" label={words.groupMin} value={input.groupMin} />
        <NumberField name="groupMax" label={words.groupMax} value={input.groupMax} />
      </div>
      <Field name="use" label={words.use} hint={words.useHint}>
        {(control) => <input {...control} name="use" value={input.use} required maxlength={300} />}
      </Field>
      <p>
        <label>
          <input type="checkbox" name="notify" value="yes" checked={input.notify === "yes"} />{" "}
          {words.notify}
        </label>
      </p>
      <p>
        <label>
          <input type="checkbox" name="sensitive" value="yes" checked={input.sensitive === "yes"} />{" "}
          {words.sensitive}
        </label>
      </p>
    </>
  );
}

function NumberField(props: { name: string; label: string; value: string; hint?: string }) {
  const { name, label, value, hint } = props;
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => <input {...control} name={name} value={value} inputmode="decimal" />}
    </Field>
  );
}
