import type { findIntroductions } from "../../../usecases/spread/find-introductions.ts";
import type { listNodes } from "../../../usecases/spread/list-nodes.ts";
import { spoken } from "../../shell/spoken.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Card, Empty, Field, Note, type Tone } from "../ui/parts.tsx";
import { readerName } from "../ui/reader-name.ts";
import { type Dot, Scatter } from "../ui/scatter.tsx";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";

type View = Awaited<ReturnType<typeof listNodes>>;
type Node = View["kinds"][number];

export type NodesView = View & { topics: readonly string[] };

const tones: Readonly<Record<Node["kind"], Tone>> = {
  trusted: "good",
  broadcaster: "warn",
  plain: "plain",
  insufficient: "plain",
};

const marks: Readonly<Record<Node["kind"], Dot["mark"]>> = {
  trusted: "strong",
  broadcaster: "wide",
  plain: "plain",
  insufficient: "faint",
};

const reachOf = ({ direct, indirect }: Node) => direct + indirect;

export function nodeColumns(desk: Desk): Column<Node>[] {
  const { language } = desk;
  const words = wordsOf("nodes", language);
  const nameOf = (node: Node) =>
    node.senderId ? (node.name ?? words.sender) : readerName(node, language);
  const percent = (share: number) => Math.round(share * 100);
  const rate = (of: (node: Node) => Node["qualifiedRate"]) => ({
    isNumber: true,
    value: (node: Node) => percent(of(node).mean),
    cell: (node: Node) => {
      const { mean, low, high, hits, trials } = of(node);
      if (trials === 0) return words.none;
      const shares = { mean: percent(mean), low: percent(low), high: percent(high) };
      return fill(words.span, { ...shares, hits, trials });
    },
  });
  return [
    {
      key: "name",
      title: words.name,
      value: nameOf,
      cell: (node) => (
        <>
          <a
            href={
              node.senderId
                ? `/console/people/${node.senderId}`
                : `/console/readers/${node.viewerId}`
            }
          >
            {nameOf(node)}
          </a>{" "}
          <Badge tone={tones[node.kind]}>{words[`kind-${node.kind}`]}</Badge>
          <details class="numbers">
            <summary>{words.why}</summary>
            <p class="quiet">{spoken(node.sentence, language)}</p>
          </details>
        </>
      ),
    },
    { key: "kind", title: words.kind, isHidden: true, value: ({ kind }) => words[`kind-${kind}`] },
    { key: "reach", title: words.reachRank, isNumber: true, value: ({ reachRank }) => reachRank },
    {
      key: "trust",
      title: words.trustRank,
      isNumber: true,
      value: ({ trustRank }) => trustRank ?? words.tooFew,
    },
    {
      key: "all",
      title: words.reach,
      isNumber: true,
      value: reachOf,
      cell: (node) => (
        <>
          {reachOf(node)}{" "}
          <small class="quiet">
            {fill(words.ofThem, { direct: node.direct, known: node.known })}
          </small>
        </>
      ),
    },
    { key: "direct", title: words.direct, isHidden: true, value: ({ direct }) => direct },
    { key: "known", title: words.known, isHidden: true, value: ({ known }) => known },
    { key: "read", title: words.read, ...rate(({ qualifiedRate }) => qualifiedRate) },
    { key: "goal", title: words.conversion, ...rate(({ conversion }) => conversion) },
    { key: "on", title: words.passingOn, ...rate(({ passingOn }) => passingOn) },
    {
      key: "worth",
      title: words.worth,
      isNumber: true,
      value: ({ worth }) => worth.atMost,
      cell: ({ worth: { atLeast, atMost } }) =>
        atLeast === atMost ? String(atMost) : `${atLeast}–${atMost}`,
    },
    {
      key: "why",
      title: words.why,
      isHidden: true,
      value: ({ sentence }) => spoken(sentence, language),
    },
  ];
}

/** Who is heard by many against who moves people: ranked both ways, drawn, and in numbers. */
export function renderNodes(desk: Desk, view: NodesView, query: TableQuery): string {
  const words = wordsOf("nodes", desk.language);
  return renderScreen({
    desk,
    title: words.title,
    at: "nodes",
    children: (
      <>
        <p class="quiet">{words.lead}</p>
        <Topics view={view} words={words} />
        {view.kinds.length === 0 ? (
          <Empty title={words.empty} text={words.emptyText} />
        ) : (
          <>
            <p>
              {fill(words.scope, { n: view.contents })} · {spoken(view.reason, desk.language)}
            </p>
            {view.isComplete ? null : <Note tone="warn">{words.partial}</Note>}
            <Card title={words.chart}>
              <Scatter
                sentence={fill(words.chartSay, { n: view.kinds.length })}
                axes={[words.reach, words.read]}
                dots={view.kinds.map((node) => ({
                  x: reachOf(node),
                  y: node.qualifiedRate.mean,
                  mark: marks[node.kind],
                  name: node.kind === "trusted" ? (node.name ?? undefined) : undefined,
                }))}
              />
            </Card>
            <p class="quiet">{words.worthHow}</p>
            <Table
              caption={words.title}
              language={desk.language}
              rows={view.kinds}
              columns={nodeColumns(desk)}
              path="/console/nodes"
              query={query}
              keep={{ topic: view.topic ?? undefined }}
            />
          </>
        )}
      </>
    ),
  });
}

function Topics({ view, words }: { view: NodesView; words: Words<"nodes"> }) {
  if (view.topics.length === 0) return null;
  return (
    <form class="filter" action="/console/nodes" method="get">
      <Field name="topic" label={words.topic}>
        {(control) => (
          <select {...control} name="topic">
            <option value="">{words.all}</option>
            {view.topics.map((topic) => (
              <option value={topic} selected={topic === view.topic}>
                {topic}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" class="button">
        {words.show}
      </button>
    </form>
  );
}

export type PathsView = Awaited<ReturnType<typeof findIntroductions>> & { name: string };
type Station = PathsView["paths"][number]["steps"][number]["from"];

/** Ways by which posts came to a reader: whom one could ask to introduce them. */
export function renderPaths(desk: Desk, view: PathsView): string {
  const words = wordsOf("nodes", desk.language);
  const readers = wordsOf("readers", desk.language);
  const { name } = view;
  return renderScreen({
    desk,
    title: fill(words.pathsTo, { name }),
    at: "readers",
    trail: [
      { href: "/console/readers", text: readers.title },
      { href: `/console/readers/${view.viewerId}`, text: name },
    ],
    children: (
      <>
        <p class="quiet">{words.pathsLead}</p>
        {view.paths.length === 0 ? <p>{words.pathsNone}</p> : null}
        {view.paths.map(({ steps }, index) => (
          <Card title={fill(words.path, { n: index + 1 })}>
            <ol>
              <li>{steps[0] ? <StationName station={steps[0].from} desk={desk} /> : null}</li>
              {steps.map(({ to, between, contents, touches }) => (
                <li>
                  <StationName station={to} desk={desk} />
                  <span class="quiet">
                    {" "}
                    {fill(words.step, { contents, touches })}
                    {between > 0 ? ` · ${fill(words.between, { n: between })}` : ""}
                  </span>
                </li>
              ))}
            </ol>
          </Card>
        ))}
        {view.more ? <p class="quiet">{words.more}</p> : null}
      </>
    ),
  });
}

function StationName({ station, desk: { language } }: { station: Station; desk: Desk }) {
  const { senderId, viewerId, name } = station;
  const { sender } = wordsOf("nodes", language);
  if (senderId) return <a href={`/console/people/${senderId}`}>{name ?? sender}</a>;
  const reader = readerName(station, language);
  return viewerId ? <a href={`/console/readers/${viewerId}`}>{reader}</a> : <span>{reader}</span>;
}
