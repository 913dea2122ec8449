import { describe, expect, test } from "vitest";
import {
  type ContentId,
  codeAlphabet,
  hasIdLength,
  idAlphabet,
  knownId,
  type LinkCode,
  parseId,
  shardOf,
  shardOfApiKey,
  targetOfContent,
  targetOfHash,
  type WorkspaceId,
} from "../../../src/domain/ids.ts";

describe("an id from outside", () => {
  test.each(["ab", "aB3xyz9Q", `a${"z".repeat(39)}`])("%j may be one", (text) => {
    expect(parseId<LinkCode>(text)).toBe(text);
  });
  test.each([undefined, null, "", "a", "Ab", "1b", "a-b", "a.b", "a b", `a${"z".repeat(40)}`])(
    "%j cannot be one",
    (text) => {
      expect(parseId<LinkCode>(text)).toBeUndefined();
    },
  );
});

test.each([
  ["a", false],
  ["ab", true],
  ["a".repeat(40), true],
  ["a".repeat(41), false],
])("a call takes %j as an id to look for: %j", (text, taken) => {
  expect(hasIdLength<ContentId>(text)).toBe(taken);
});

test("the first character names the shard", () => {
  expect(shardOf("bxyz")).toBe("b");
  expect(shardOfApiKey(`sk_b${"x".repeat(40)}`)).toBe("b");
  expect(shardOfApiKey(`sk_b${"x".repeat(39)}`)).toBeNull();
  expect(shardOfApiKey(`sk_B${"x".repeat(40)}`)).toBeNull();
});

test("a content is its own target, and no outside URL's target can be a content's", () => {
  expect(targetOfContent(knownId<ContentId>("aContent"))).toBe("aContent");
  // No id that is made has a "u" and 20 hex digits after its shard: it has 15 characters.
  expect(targetOfHash(knownId<WorkspaceId>("aWork"), "00ff".repeat(5))).toBe(
    `au${"00ff".repeat(5)}`,
  );
});

test("no character of an id or a code can be taken for another when it is read aloud", () => {
  expect(idAlphabet).not.toMatch(/[01ilo]/);
  expect(codeAlphabet).not.toMatch(/[01IOl]/);
});
