import type { TableRow } from "../../../usecases/console/read-people-table.ts";
import { isImported, type Trial } from "../../../usecases/console/try-import.ts";
import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Card, Field, Note, type Tone } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";

export interface ImportView {
  /** The table as it was sent. */
  text: string;
  /** Row by row what would happen, by the table's lines; null before it was asked. */
  trials: readonly TrialRow[] | null;
  /** Names of columns that nothing is made of. */
  unknown: readonly string[];
}

type TrialRow = Trial & { line: number; given: TableRow["fields"] };

const tones: Readonly<Record<Trial["becomes"], Tone>> = {
  new: "good",
  changed: "live",
  wrong: "bad",
  twin: "warn",
};

/** What a field is called here, by the name that the API has for it. */
const labels = {
  name: "name",
  team: "team",
  title: "job",
  phone: "phone",
  externalId: "externalId",
  signature: "signature",
} as const;

/** People out of a table: first what would happen, row by row, then the same for real. */
export function renderImport(desk: Desk, { text, trials, unknown }: ImportView): string {
  const words = wordsOf("people", desk.language);
  const token = <input type="hidden" name="token" value={desk.tokens.import ?? ""} />;
  return renderScreen({
    desk,
    title: words.importTitle,
    at: "people",
    trail: [{ href: "/console/people", text: words.title }],
    children: (
      <>
        {trials ? <Trials desk={desk} text={text} trials={trials} unknown={unknown} /> : null}
        <Card>
          <p>{words.importLead}</p>
          <form method="post" action="/console/people/import">
            {token}
            <Field name="table" label={words.paste}>
              {(control) => (
                <textarea {...control} name="table" rows={10} class="mono" required>
                  {text}
                </textarea>
              )}
            </Field>
            <Field name="file" label={words.file}>
              {(control) => (
                <input {...control} type="file" accept=".csv,.txt,.tsv" data-into="field-table" />
              )}
            </Field>
            <p class="buttons">
              <button type="submit" class="button full">
                {words.try}
              </button>
            </p>
          </form>
        </Card>
      </>
    ),
  });
}

interface TrialsProps {
  desk: Desk;
  text: string;
  trials: readonly TrialRow[];
  unknown: readonly string[];
}

function Trials({ desk, text, trials, unknown }: TrialsProps) {
  const words = wordsOf("people", desk.language);
  if (trials.length === 0) return <Note tone="warn">{words.nothing}</Note>;
  const count = (becomes: Trial["becomes"]) =>
    trials.filter((trial) => trial.becomes === becomes).length;
  const [fresh, changed, wrong] = [count("new"), count("changed"), count("wrong")];
  const twins = count("twin");
  const isWarned = wrong + twins + unknown.length > 0;
  return (
    <>
      <Note tone={isWarned ? "warn" : "good"}>
        {fill(words.tried, { fresh, changed, wrong, twins })}
        {unknown.length > 0 ? fill(words.unknown, { columns: unknown.join(words.comma) }) : ""}
      </Note>
      <section class="scroll" tabindex={0} aria-label={words.importTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.team}</th>
              <th scope="col">{words.job}</th>
              <th scope="col">{words.phone}</th>
              <th scope="col">{words.becomes}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {trials.map(({ line, given, becomes, faults }) => (
              <tr>
                <th scope="row">{line}</th>
                <td>{given.name}</td>
                <td>{given.team}</td>
                <td>{given.title}</td>
                <td>{given.phone}</td>
                <td>
                  <Badge tone={tones[becomes]}>{words[`becomes-${becomes}`]}</Badge>
                </td>
                <td>
                  {becomes === "twin" ? words.twin : null}
                  {faults.map(({ path, message }) => (
                    <>
                      {fieldName(path, words)} <FaultText
                        text={message}
                        language={desk.language}
                      />{" "}
                    </>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {trials.some(isImported) ? (
        <form method="post" action="/console/people/import">
          <input type="hidden" name="token" value={desk.tokens.import ?? ""} />
          <input type="hidden" name="confirm" value="yes" />
          <textarea name="table" hidden aria-label={words.paste}>
            {text}
          </textarea>
          <button type="submit" class="button full">
            {fill(words.confirm, { n: fresh + changed })}
          </button>
        </form>
      ) : null}
    </>
  );
}

/** The column that a fault lies in, and a colon; a caller's path of it means nothing to whoever sent a table. */
function fieldName(path: string, words: ReturnType<typeof wordsOf<"people">>): string {
  const field = path.split(".").at(-1) ?? "";
  return field in labels ? `${words[labels[field as keyof typeof labels]]}${words.colon}` : "";
}
