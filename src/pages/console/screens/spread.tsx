import type { getSpread } from "../../../usecases/spread/get-spread.ts";
import { spoken } from "../../shell/spoken.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Card, Empty, Figure } from "../ui/parts.tsx";
import { readerName } from "../ui/reader-name.ts";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { type Words, wordsOf } from "../words/index.ts";
import { PostTabs, postHead } from "./post-tabs.tsx";
import { channelName } from "./readers.tsx";

export type SpreadView = Awaited<ReturnType<typeof getSpread>>;
type Node = SpreadView["nodes"][number];

export function spreadColumns(desk: Desk): Column<Node>[] {
  const words = wordsOf("spread", desk.language);
  return [
    {
      key: "node",
      title: words.node,
      value: ({ kind, name, contact }) =>
        kind === "sender" && name !== null ? name : readerName(contact, desk.language),
    },
    { key: "kind", title: words.kind, value: ({ kind }) => words[kind] },
    { key: "direct", title: words.direct, isNumber: true, value: ({ direct }) => direct },
    { key: "below", title: words.below, isNumber: true, value: ({ below }) => below },
    {
      key: "worth",
      title: wordsOf("nodes", desk.language).worth,
      isNumber: true,
      value: ({ worth }) => worth.atMost,
      cell: ({ worth: { atLeast, atMost } }) =>
        atLeast === atMost ? String(atMost) : `${atLeast}–${atMost}`,
    },
    {
      key: "shared",
      title: words.sharedTo,
      // Nobody came through whoever passed nothing on.
      value: ({ sharedTo, below }) =>
        sharedTo.map((to) => channelName(to, desk.language)).join(", ") ||
        (below > 0 ? words.unknown : "–"),
    },
    { key: "unnamed", title: words.unnamed, isNumber: true, value: ({ unnamed }) => unnamed },
  ];
}

/** Who opened a post through whom: figures, a drawing, and its numbers. */
export function renderSpread(desk: Desk, id: string, view: SpreadView, query: TableQuery): string {
  const words = wordsOf("spread", desk.language);
  const place = `/console/posts/${id}/spread`;
  return renderScreen({
    desk,
    title: view.title,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="spread" />
        {view.metrics.size === 0 || view.nodes.length === 0 ? (
          <Empty title={words.none} text={words.noneText} />
        ) : (
          <>
            <p class="quiet">{words.lead}</p>
            <Figures desk={desk} view={view} words={words} />
            <p>{spoken(view.destinations.sentence, desk.language)}</p>
            <Card title={words.drawn}>
              <section class="scroll" tabindex={0} aria-label={words.drawn}>
                <img class="drawn" src={`${place}.svg`} alt={words.drawnAlt} />
              </section>
            </Card>
            <Table
              caption={words.drawn}
              language={desk.language}
              rows={view.nodes}
              columns={spreadColumns(desk)}
              path={place}
              query={query}
            />
          </>
        )}
      </>
    ),
  });
}

function Figures(props: { desk: Desk; view: SpreadView; words: Words<"spread"> }) {
  const { desk, view, words } = props;
  const { how } = wordsOf("week", desk.language);
  const { size, depth, largestBroadcastShare, structuralVirality } = view.metrics;
  return (
    <div class="figures">
      <Figure name={words.size} value={String(size)} how={words.sizeHow} label={how} />
      <Figure name={words.depth} value={String(depth)} how={words.depthHow} label={how} />
      <Figure
        name={words.broadcast}
        value={`${Math.round(largestBroadcastShare * 100)}%`}
        how={words.broadcastHow}
        label={how}
      />
      <Figure
        name={words.virality}
        value={structuralVirality.toFixed(1)}
        how={words.viralityHow}
        label={how}
      />
    </div>
  );
}
