/** How fast captions are compiled, coded and rendered, and how many people the corpus' posts serve. */
import { writeFile } from "node:fs/promises";
import {
  buildCodebook,
  codebookSteps,
  compileCaption,
  encodeCodebook,
  type Plan,
  renderVariant,
} from "../src/variation/text/index.ts";
import { type Part, parts } from "../test/fixtures/posts/post.ts";
import { type Measurement, median, time } from "./measure.ts";
import { measurePart, type PostFigures } from "./text/corpus.ts";
import { longTexts } from "./text/long.ts";
import { richDrafts, threeRichDrafts } from "./text/rich.ts";
import { sampleMarkdown } from "./text/sample.ts";

export async function bench(): Promise<Measurement[]> {
  const measurements = [...(await speed()), ...(await longTexts())];
  for (const part of parts) {
    const figures = measurePart(part);
    console.log(markdown(part, figures));
    measurements.push(...summary(part, figures));
  }
  await writeFile(new URL("results/text-sample.md", import.meta.url), sampleMarkdown());
  return measurements;
}

async function speed(): Promise<Measurement[]> {
  const compile = () => {
    const compiled = compileCaption({ drafts: richDrafts });
    if (!compiled.ok) throw new Error("The benchmark's own drafts do not compile.");
    return compiled.plan;
  };
  const plan = compile();
  const measurements: Measurement[] = [
    { what: "compile, two drafts with markup", value: await time(compile), unit: "ms", budget: 50 },
    { what: "plan, as JSON", value: JSON.stringify(plan).length, unit: "bytes" },
  ];
  for (const seats of [100, 1000, 5000]) measurements.push(...codebookOf(plan, seats));
  for (const language of ["zh", "en"] as const) measurements.push(...thousands(language));
  const { codebook } = buildCodebook(plan, { teams: teamsOf(100), seed: "render" });
  let next = 0;
  const render = () => {
    const row = codebook.rows[next++ % codebook.rows.length];
    return row === undefined ? undefined : renderVariant(plan, row);
  };
  const ms = await time(render, { callsPerRound: 2000 });
  measurements.push({ what: "render one variant", value: ms * 1000, unit: "µs", budget: 5 });
  return measurements;
}

function teamsOf(seats: number) {
  return Array.from({ length: seats / 20 }, (_, i) => ({ key: `team ${i}`, size: 20 }));
}

function codebookOf(plan: Plan, seats: number): Measurement[] {
  const heap = process.memoryUsage().heapUsed;
  const begun = process.cpuUsage();
  const { codebook, report } = buildCodebook(plan, { teams: teamsOf(seats), seed: "bench" });
  const { user, system } = process.cpuUsage(begun);
  const grown = process.memoryUsage().heapUsed - heap;
  const what = `codebook of ${seats.toLocaleString("en")} rows`;
  const budget = seats === 1000 ? { budget: 2000 } : {};
  const { achieved, overall } = report;
  return [
    { what: `${what}, CPU`, value: (user + system) / 1000, unit: "ms", ...budget },
    { what: `${what}, heap before collection`, value: Math.max(0, grown) / 2 ** 20, unit: "MiB" },
    { what: `${what}, stored`, value: encodeCodebook(codebook).length, unit: "bytes" },
    { what: `${what}, nearest J2`, value: achieved.nearestJ2, unit: "of rewordable" },
    { what: `${what}, nearest edit`, value: achieved.nearestEdit, unit: "of rewordable" },
    { what: `${what}, nearest J2 in a team`, value: achieved.teamNearestJ2, unit: "of rewordable" },
    {
      what: `${what}, nearest edit in a team`,
      value: achieved.teamNearestEdit,
      unit: "of rewordable",
    },
    { what: `${what}, nearest J2 over all`, value: overall.nearestJ2, unit: "of all" },
  ];
}

/** 5,000 seats from three rich drafts: what it costs in all, and the longest that others wait for. */
function thousands(language: "zh" | "en"): Measurement[] {
  const compiled = compileCaption({ drafts: threeRichDrafts[language] });
  if (!compiled.ok) throw new Error("The benchmark's own drafts do not compile.");
  const begun = process.cpuUsage();
  const steps = codebookSteps(compiled.plan, { teams: teamsOf(5000), seed: "bench" });
  let longest = 0;
  for (;;) {
    const since = performance.now();
    const { done, value } = steps.next();
    longest = Math.max(longest, performance.now() - since);
    if (!done) continue;
    const { user, system } = process.cpuUsage(begun);
    const what = `5,000 seats from three rich drafts, ${language}`;
    return [
      { what: `${what}, CPU`, value: (user + system) / 1000, unit: "ms", budget: 2000 },
      { what: `${what}, longest slice`, value: longest, unit: "ms" },
      { what: `${what}, different wordings`, value: value.report.served, unit: "" },
    ];
  }
}

function summary(part: Part, figures: readonly PostFigures[]): Measurement[] {
  const served = figures.map(({ report }) => report.served);
  const variants = served.reduce((total, n) => total + n, 0);
  const sum = (value: (post: PostFigures) => number) =>
    figures.reduce((total, post) => total + value(post), 0);
  const long = figures.filter(({ rewordable }) => rewordable >= 80);
  const middle = (of: readonly PostFigures[], value: (post: PostFigures) => number) =>
    median(of.map(value));
  return [
    { what: `${part}: posts`, value: figures.length, unit: "posts" },
    { what: `${part}: variants rendered`, value: variants, unit: "variants" },
    {
      what: `${part}: variants with a fact changed`,
      value: sum((p) => p.broken),
      unit: "variants",
      budget: 0,
    },
    {
      what: `${part}: variants equal to another`,
      value: sum((p) => p.repeated),
      unit: "variants",
      budget: 0,
    },
    {
      what: `${part}: slots per 100 rewordable characters, median`,
      value: middle(figures, (p) => (100 * p.slots) / p.rewordable),
      unit: "slots",
    },
    {
      what: `${part}: different wordings for 200 senders, median of posts ≥ 80 characters`,
      value: middle(long, (p) => p.report.served),
      unit: "senders",
    },
    {
      what: `${part}: served at J2 ≤ 0.90, median of posts ≥ 80 characters`,
      value: middle(long, (p) => p.report.capacity.company),
      unit: "senders",
    },
    {
      what: `${part}: places offered for approval per 100 rewordable characters, median`,
      value: middle(figures, (p) => (100 * p.asked) / p.rewordable),
      unit: "places",
    },
    {
      what: `${part}: all approved, different wordings, median of posts ≥ 80 characters`,
      value: middle(long, (p) => p.approved.served),
      unit: "senders",
    },
    {
      what: `${part}: with a second draft, different wordings, median`,
      value: middle(
        figures.filter(({ second }) => second !== undefined),
        (p) => p.second?.served ?? 0,
      ),
      unit: "senders",
    },
    {
      what: `${part}: served at J2 ≤ 0.90, the best post`,
      value: Math.max(...long.map((p) => p.report.capacity.company)),
      unit: "senders",
    },
  ];
}

function markdown(part: Part, figures: readonly PostFigures[]): string {
  const rows = figures.map(({ id, rewordable, slots, report, asked, approved, broken, second }) => {
    const { capacity, served, achieved } = report;
    const two = second === undefined ? "" : `${second.capacity.company} / ${second.capacity.team}`;
    const cells = [
      id,
      rewordable,
      ((100 * slots) / rewordable).toFixed(1),
      served,
      capacity.company,
      capacity.team,
      achieved.nearestJ2.toFixed(2),
      achieved.nearestEdit.toFixed(2),
      broken,
      asked,
      `${approved.served} / ${approved.capacity.company}`,
      two,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    `\n${part} posts, 200 senders in 10 teams, one draft, no markup, the lexicon alone`,
    "| post | rewordable characters | slots per 100 | different wordings | at company floor | at team floor | nearest J2 | nearest edit | facts changed | places to approve | all approved: wordings / at company floor | with a second draft (company / team) |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
