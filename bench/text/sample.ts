/**
 * The sample that people read aloud. Worst first: the variants in which most places changed, every
 * lexicon entry that fires at least once.
 */
import {
  compileCaption,
  failedGates,
  type Plan,
  type Row,
  renderVariant,
  type Slot,
} from "../../src/variation/text/index.ts";
import { type Post, parts, readPosts } from "../../test/fixtures/posts/post.ts";

const SIZE = 100;

interface Sample {
  readonly post: Post;
  readonly text: string;
  readonly entries: readonly string[];
}

/** Every slot moved to its k-th other option, all at once: the most changed a post can be. */
function mostChanged(post: Post): Sample[] {
  const drafts = [post.text.replace(/[\\{}|]/g, "\\$&")];
  const compiled = compileCaption({ drafts, protect: post.brands });
  if (!compiled.ok) throw new Error(post.id);
  const [draft] = compiled.plan.drafts;
  // Line breaks are left as written, so that source and variant can be read line by line.
  const slots = (draft?.parts ?? []).filter(isSlot).filter(({ slot }) => slot !== "breaks");
  const turns = Math.max(0, ...slots.map((slot) => slot.options.length - 1));
  const samples: Sample[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const choices = new Array<number>(draft?.slots ?? 0).fill(0);
    for (const { at, options } of slots) choices[at] = 1 + (turn % (options.length - 1));
    const text = render(compiled.plan, { draft: 0, choices });
    if (failedGates(post.text, text, { brands: post.brands }).length > 0) continue;
    samples.push({
      post,
      text,
      entries: slots.map(({ entry, slot, at }) => `${entry ?? slot}:${choices[at]}`),
    });
  }
  return samples;
}

function isSlot(part: unknown): part is Slot {
  return typeof part === "object" && part !== null && "slot" in part;
}

function render(plan: Plan, row: Row): string {
  return renderVariant(plan, row).core;
}

/** The lines that changed, source above variant. */
function told({ post, text }: Sample, index: number): string {
  const was = post.text.split("\n");
  const lines = text.split("\n").flatMap((line, i) => {
    return line === was[i] ? [] : [`> ${was[i] ?? ""}`, ">", `> **${line}**`, ">"];
  });
  return [`${index + 1}. ${post.id}`, "", ...lines.slice(0, -1)].join("\n");
}

/** The sample as Markdown, at most a hundred variants. */
export function sampleMarkdown(): string {
  const all = parts.flatMap((part) => readPosts(part).flatMap(mostChanged));
  all.sort((a, b) => b.entries.length - a.entries.length || b.text.length - a.text.length);
  const seen = new Set<string>();
  const fresh = all.filter((sample) => {
    const isNew = sample.entries.some((entry) => !seen.has(entry));
    for (const entry of sample.entries) seen.add(entry);
    return isNew;
  });
  const rest = all.filter((sample) => !fresh.includes(sample));
  return [...fresh, ...rest].slice(0, SIZE).map(told).join("\n\n");
}
