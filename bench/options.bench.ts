/** How many people a post serves with options of its sentences, by recorded answers of a strong model. */

import { differingFact, factsOf } from "../src/variation/text/facts/facts.ts";
import { buildCodebook, compileCaption, jaccardBigrams } from "../src/variation/text/index.ts";
import { type RecordedPost, recordedPosts } from "../test/support/recorded.ts";
import { type Measurement, median } from "./measure.ts";
import { approvedDraft, mixesOf } from "./text/mixed.ts";

const TEAMS = Array.from({ length: 10 }, (_, i) => ({ key: `team ${i}`, size: 20 }));

/** So many mixes are drawn of each post. */
const MIXES = 400;

interface Figures {
  readonly id: string;
  readonly options: number;
  readonly refused: number;
  readonly marked: number;
  readonly approved: number;
  readonly company: number;
  readonly team: number;
  readonly teams: boolean;
  readonly served: number;
  readonly random: number;
  readonly whole: number;
}

export function bench(): Measurement[] {
  const posts = recordedPosts().map(figuresOf);
  console.log(table(posts));
  const all = (field: (post: Figures) => number) => posts.map(field);
  const share = (is: (post: Figures) => boolean) => posts.filter(is).length / posts.length;
  const sum = (field: (post: Figures) => number) => all(field).reduce((a, b) => a + b, 0);
  return [
    { what: "posts", value: posts.length, unit: "" },
    { what: "options judged", value: sum((p) => p.options), unit: "" },
    { what: "of them refused by gates", value: sum((p) => p.refused), unit: "" },
    { what: "of them marked for a tick of their own", value: sum((p) => p.marked), unit: "" },
    {
      what: "senders at the company floor, median (aim 150)",
      value: median(all((p) => p.company)),
      unit: "",
    },
    { what: "senders at the team floor, median", value: median(all((p) => p.team)), unit: "" },
    {
      what: "share of posts with 20 at the team floor in each of ten teams (aim 0.5)",
      value: share((p) => p.teams),
      unit: "",
    },
    {
      what: "share of posts that serve 40 or more at the company floor (aim 0.9)",
      value: share((p) => p.company >= 40),
      unit: "",
    },
    {
      what: "share of posts in which 200 people all differ (aim 0.9)",
      value: share((p) => p.served >= 200),
      unit: "",
    },
    {
      what: "J2 of two texts at random, median",
      value: median(all((p) => p.random)),
      unit: "",
      budget: 0.65,
    },
    {
      what: "share of mixes with other facts than the post",
      value: 1 - Math.min(...all((p) => p.whole)),
      unit: "",
      budget: 0,
    },
  ];
}

function figuresOf(post: RecordedPost): Figures {
  const { draft, options, refused, marked, approved } = approvedDraft(post);
  const compiled = compileCaption({ drafts: [draft] });
  if (!compiled.ok) throw new Error(`${post.id}: ${JSON.stringify(compiled.errors)}`);
  const { report } = buildCodebook(compiled.plan, { teams: TEAMS, seed: post.id });
  const texts = mixesOf(compiled.plan, { seed: post.id, count: MIXES });
  const own = factsOf(post.text);
  return {
    id: post.id,
    options,
    refused,
    marked,
    approved,
    company: report.capacity.company,
    team: report.capacity.team,
    teams: report.holds.includes("team"),
    served: report.served,
    random: randomPairs(texts),
    whole:
      texts.filter((text) => differingFact(own, factsOf(text)) === undefined).length / texts.length,
  };
}

/** The median J2 of texts drawn one after the other. */
function randomPairs(texts: readonly string[]): number {
  return median(texts.slice(1).map((text, i) => jaccardBigrams(text, texts[i] ?? "")));
}

function table(posts: readonly Figures[]): string {
  const head =
    "| post | options | refused | marked | approved | company floor | team floor | ten teams of 20 | J2 at random |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |";
  const rows = posts.map(
    (p) =>
      `| ${p.id} | ${p.options} | ${p.refused} | ${p.marked} | ${p.approved} | ${p.company} | ${p.team} | ${p.teams ? "yes" : "no"} | ${p.random.toFixed(2)} |`,
  );
  return [head, ...rows].join("\n");
}
