import type { Trial } from "../../../usecases/console/try-import.ts";
import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Card, Field, Note, type Tone } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";

export interface ImportView {
  /** The table as it was sent. */
  text: string;
  /** Row by row what would happen, by the table's lines; null before it was asked. */
  trials: readonly (Trial & { line: number })[] | null;
}

const tones: Readonly<Record<Trial["becomes"], Tone>> = {
  new: "good",
  changed: "live",
  wrong: "bad",
};

/** People out of a table: first what would happen, row by row, then the same for real. */
export function renderImport(desk: Desk, { text, trials }: ImportView): string {
  const words = wordsOf("people", desk.language);
  const token = <input type="hidden" name="token" value={desk.tokens.import ?? ""} />;
  return renderScreen({
    desk,
    title: words.importTitle,
    at: "people",
    trail: [{ href: "/console/people", text: words.title }],
    children: (
      <>
        {trials ? <Trials desk={desk} text={text} trials={trials} /> : null}
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

function Trials(props: { desk: Desk; text: string; trials: NonNullable<ImportView["trials"]> }) {
  const { desk, text, trials } = props;
  const words = wordsOf("people", desk.language);
  if (trials.length === 0) return <Note tone="warn">{words.nothing}</Note>;
  const count = (becomes: Trial["becomes"]) =>
    trials.filter((trial) => trial.becomes === becomes).length;
  const [fresh, changed, wrong] = [count("new"), count("changed"), count("wrong")];
  return (
    <>
      <Note tone={wrong > 0 ? "warn" : "good"}>{fill(words.tried, { fresh, changed, wrong })}</Note>
      <section class="scroll" tabindex={0} aria-label={words.importTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.team}</th>
              <th scope="col">{words.becomes}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {trials.map(({ line, name, team, becomes, faults }) => (
              <tr>
                <th scope="row">{line}</th>
                <td>{name}</td>
                <td>{team}</td>
                <td>
                  <Badge tone={tones[becomes]}>{words[`becomes-${becomes}`]}</Badge>
                </td>
                <td>
                  {faults.map(({ path, message }) => (
                    <>
                      {path}: <FaultText text={message} language={desk.language} />{" "}
                    </>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {fresh + changed > 0 ? (
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
