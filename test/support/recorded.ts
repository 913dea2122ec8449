/** Posts with recorded answers of a strong model, as the questions about them are answered. */
import { readFileSync } from "node:fs";
import type { Offers } from "../../src/variation/text/index.ts";

interface Way {
  readonly text: string;
  readonly part: "proposed" | "thrown-out" | "written-in";
}

export interface RecordedPost {
  readonly id: string;
  readonly text: string;
  /** What was answered for each sentence, by its index. */
  readonly ways: ReadonlyMap<number, readonly Way[]>;
}

/** All of them. Throws an Error naming the line of what cannot be read. */
export function recordedPosts(): RecordedPost[] {
  const file = new URL("../fixtures/recorded/strong.txt", import.meta.url);
  const posts: { id: string; text: string; ways: Map<number, Way[]> }[] = [];
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (line === "" || line.startsWith("#")) return;
      const id = /^\[(.+)\]$/.exec(line)?.[1];
      const last = posts.at(-1);
      const [, number, ways = ""] = /^(\d+): (.+)$/.exec(line) ?? [];
      if (id !== undefined) posts.push({ id, text: "", ways: new Map() });
      else if (last !== undefined && last.text === "") last.text = line;
      else if (last !== undefined && number !== undefined) {
        last.ways.set(Number(number) - 1, ways.split(" | ").map(wayOf));
      } else throw new Error(`Line ${index + 1} of strong.txt belongs to no post.`);
    });
  return posts;
}

function wayOf(written: string): Way {
  if (written.startsWith("x ")) return { text: written.slice(2), part: "thrown-out" };
  if (written.startsWith("+ ")) return { text: written.slice(2), part: "written-in" };
  return { text: written, part: "proposed" };
}

/** The answer to the first question. */
export function proposalOf({ ways }: RecordedPost): string {
  const entries = [...ways].map(([i, list]) => [
    i + 1,
    list.filter(({ part }) => part !== "written-in").map(({ text }) => text),
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}

/** The answer to the second question, by the letters that it gives to what may be used of the first answer. */
export function readingOf({ ways }: RecordedPost, offers: Offers): string {
  const entries = [...ways].map(([i, list]) => {
    const usable = (offers.get(i) ?? []).filter(({ failed }) => failed.length === 0);
    const out = list
      .filter(({ part }) => part === "thrown-out")
      .map(({ text }) => usable.findIndex((option) => option.text === text))
      .filter((place) => place >= 0)
      .map((place) => String.fromCharCode(97 + place));
    const written = list.filter(({ part }) => part === "written-in").map(({ text }) => text);
    return [i + 1, { out, in: written }];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

/** What a weak model answered about a post, and what of it is false. */
export interface WeakAnswer {
  readonly id: string;
  readonly answer: string;
  readonly false: readonly string[];
}

export function weakAnswers(): WeakAnswer[] {
  const file = new URL("../fixtures/recorded/weak.txt", import.meta.url);
  const [, ...blocks] = readFileSync(file, "utf8").split(/^\[(?=[a-z]{2}-[a-z-]+\]$)/m);
  return blocks.map((block) => {
    const [head = "", ...lines] = block.trimEnd().split("\n");
    const isFalse = (line: string) => line.startsWith("! ");
    return {
      id: head.slice(0, -1),
      answer: lines.filter((line) => !isFalse(line)).join("\n"),
      false: lines.filter(isFalse).map((line) => line.slice(2)),
    };
  });
}
