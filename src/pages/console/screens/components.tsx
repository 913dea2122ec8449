/** Every part of the console in its states, for whoever builds a screen and for the tests that look at them. */
import { Bars } from "../ui/bars.tsx";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { HeatStrip } from "../ui/heat.tsx";
import {
  ActionForm,
  Badge,
  Card,
  Choices,
  Empty,
  Field,
  Figure,
  Meter,
  Note,
  PictureForm,
  Tabs,
  type Tone,
} from "../ui/parts.tsx";
import { Scatter } from "../ui/scatter.tsx";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { wordsOf } from "../words/index.ts";

const tones: readonly Tone[] = ["plain", "good", "warn", "bad", "live"];

type Row = { name: string; reads: number };
const rows: readonly Row[] = [
  { name: "《三步读懂五岁孩子的创造力》", reads: 128 },
  { name: "Five quiet habits", reads: 7 },
  { name: "頭採明前茶", reads: 0 },
];
const columns: readonly Column<Row>[] = [
  { key: "name", title: "Name", value: ({ name }) => name },
  { key: "reads", title: "Reads", isNumber: true, value: ({ reads }) => reads },
];

export function renderComponents(desk: Desk, query: TableQuery): string {
  const words = wordsOf("frame", desk.language);
  return renderScreen({
    desk,
    title: words.components,
    at: "settings",
    actions: (
      <>
        <a class="button full" href="/console/components">
          Button
        </a>
        <a class="button" href="/console/components">
          Button
        </a>
        <a class="button danger" href="/console/components">
          Danger
        </a>
      </>
    ),
    children: (
      <div lang="en">
        <Card title="Badge">
          <p class="badges">
            {tones.map((tone) => (
              <Badge tone={tone}>{tone}</Badge>
            ))}
          </p>
        </Card>
        <Card title="Note">
          {tones.map((tone) => (
            <Note tone={tone === "bad" ? "plain" : tone}>
              What happened, and what to do now. <a href="/console">A way on</a>
            </Note>
          ))}
        </Card>
        <Card title="Figure">
          <div class="figures">
            <Figure
              name="Reads"
              value="1,024"
              hint="12 more than before"
              how="Counted once each."
              label="How"
            />
            <Figure name="Reading time" value="3 h 20 min" how="While in sight." label="How" />
          </div>
        </Card>
        <Card title="Meter">
          <Meter value={8} of={12} label="8 of 12" tone="warn" />
          <Meter value={12} of={12} label="12 of 12" tone="good" />
        </Card>
        <Card title="Tabs">
          <Tabs
            label="Tabs"
            tabs={[
              { href: "/console/components", text: "Here", on: true },
              { href: "/console/components?sort=reads", text: "There", on: false },
            ]}
          />
        </Card>
        <Card title="Field">
          <Field name="plain" label="Label" hint="What belongs here.">
            {(control) => <input {...control} name="plain" value="A value" />}
          </Field>
          <Field
            name="wrong"
            label="Label"
            hint="What belongs here."
            error="What is wrong with it."
          >
            {(control) => <input {...control} name="wrong" value="A wrong value" />}
          </Field>
          <Field name="choice" label="Choice">
            {(control) => (
              <select {...control} name="choice">
                <option>One</option>
              </select>
            )}
          </Field>
          <Field name="text" label="Text">
            {(control) => (
              <textarea {...control} name="text" rows={3}>
                A few lines.
              </textarea>
            )}
          </Field>
        </Card>
        <Card title="Choices">
          <Choices
            name="one-of"
            legend="One of two"
            options={[
              { value: "one", text: "One" },
              { value: "two", text: "The other" },
            ]}
            chosen="one"
            hint="What it means."
          />
        </Card>
        <Card title="PictureForm">
          <PictureForm
            action="/console/components"
            token=""
            label="A picture"
            hint="JPEG, PNG or WebP."
            send="Send"
          />
        </Card>
        <Card title="Table">
          <Table
            caption="Table"
            language={desk.language}
            rows={rows}
            columns={columns}
            path="/console/components"
            query={query}
          />
        </Card>
        <Card title="Bars">
          <Bars
            sentence="138 reads in three days; most on 11/21, 96."
            heads={["Day", "Reads"]}
            bars={[
              { label: "11/20", value: 42, text: "42" },
              { label: "11/21", value: 96, text: "96" },
              { label: "11/22", value: 0, text: "0" },
            ]}
          />
        </Card>
        <Card title="Dots">
          <Scatter
            sentence="Three are heard by many, one of them moves people."
            axes={["Readers reached", "Read through"]}
            dots={[
              { x: 0, y: 0.2, mark: "faint" },
              { x: 3, y: 0.6, mark: "plain" },
              { x: 40, y: 0.35, mark: "wide" },
              { x: 12, y: 0.9, mark: "strong", name: "林晓雯" },
              { x: 64, y: 0.75, mark: "strong", name: "Bartholomew Winterbourne" },
            ]}
          />
        </Card>
        <Card title="Heat strip">
          <ol class="heat-article">
            {[null, 2_000, 10_000, 30_000].map((meanMs) => (
              <li>
                <HeatStrip part={{ heading: "", expectedMs: 15_000, meanMs }} />
                <div>
                  <h3>{meanMs === null ? "Too few readers" : `${meanMs / 1000} of 15 s`}</h3>
                  <p class="quiet">The section's own text.</p>
                </div>
              </li>
            ))}
          </ol>
        </Card>
        <Card title="Copy">
          <CopyText
            id="sample-copy"
            text="https://share.example.com/s/aT5w8Zc"
            label="Copy"
            done="Copied"
          />
        </Card>
        <Card title="Action">
          <ActionForm
            action="/console/language"
            token={desk.tokens.language}
            label="Do it"
            ask="Really?"
          />
        </Card>
        <Empty title="Nothing yet" text="Why that is, and what to do about it.">
          <a class="button full" href="/console">
            Do it
          </a>
        </Empty>
      </div>
    ),
  });
}
