/** Recorded answers about whole posts, replayed: a strong model's go through, a weak one's say nothing false unmarked. */
import { describe, expect, test } from "vitest";
import { isClean, type ProposedOption, Proposing } from "../../../../src/variation/text/index.ts";
import { proposalOf, readingOf, recordedPosts, weakAnswers } from "../../../support/recorded.ts";

const posts = recordedPosts();

/** Both answers to the questions about a recorded post. */
function replay(post: (typeof posts)[number]): ProposedOption[] {
  const proposing = new Proposing(post.text);
  const asked = proposing.groups().flat();
  const proposed = proposing.judge(asked, proposalOf(post)) ?? new Map();
  const read = proposing.read(asked, proposed, readingOf(post, proposed)) ?? new Map();
  return [...read.values()].flat();
}

describe("a strong model's answers", () => {
  test("are there for thirty posts or more, mostly Chinese", () => {
    expect(posts.length).toBeGreaterThanOrEqual(30);
    expect(posts.filter(({ id }) => id.startsWith("zh")).length).toBeGreaterThanOrEqual(24);
  });

  test("pass: nine in ten options freely, and of twenty hardly one is refused", () => {
    const options = posts.flatMap(replay).filter(({ out }) => !out);
    const refused = options.filter(({ failed }) => failed.length > 0);
    expect(options.filter(isClean).length / options.length).toBeGreaterThanOrEqual(0.9);
    expect(refused.length / options.length).toBeLessThanOrEqual(0.05);
  });

  test("leave out what the second reading threw out", () => {
    const thrown = posts.flatMap(({ ways }) =>
      [...ways.values()].flat().filter(({ part }) => part === "thrown-out"),
    );
    const free = new Set(
      posts
        .flatMap(replay)
        .filter(isClean)
        .map(({ text }) => text),
    );
    expect(thrown.length).toBeGreaterThan(5);
    expect(thrown.filter(({ text }) => free.has(text))).toEqual([]);
  });
});

describe("a weak model's answers", () => {
  test.each(weakAnswers())(
    "about $id say nothing false unmarked",
    ({ id, answer, false: wrong }) => {
      const post = posts.find((one) => one.id === id);
      const proposing = new Proposing(post?.text ?? "");
      const offers = proposing.judge(proposing.groups().flat(), answer);
      const options = [...(offers?.values() ?? [])].flat();
      expect(options.length).toBeGreaterThan(0);
      expect(wrong.filter((text) => !options.some((option) => option.text === text))).toEqual([]);
      expect(options.filter(isClean).filter(({ text }) => wrong.includes(text))).toEqual([]);
    },
  );
});
