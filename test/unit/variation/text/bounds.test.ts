/** Facts wherever in a sentence they stand, and words that bound a time or an extent. */
import { expect, test } from "vitest";
import { judgeOption } from "../../../../src/variation/text/index.ts";

test.each([
  ["Sign up by 15 December.", "Sign up by 15 December, if you can."],
  ["The class starts on 15 December.", "On 15 December the class starts."],
  ["Join us on “15 December.”", "On “15 December” join us."],
  ["Join us (on 15 December).", "On 15 December, join us."],
  ["地点在A座3楼（12月15日）。", "12月15日，地点在A座3楼。"],
  ["记得带上《安全手册》。", "《安全手册》记得带上。"],
])("a fact is the same without the stop or mark that it ended with: %s", (original, option) => {
  expect(judgeOption(original, option)).toEqual({ failed: [], doubts: [] });
});

test.each([
  ["Meet us on 15 December.", "Meet us on 16 December."],
  ["Meet us on 15 December.", "Meet us in December."],
  ["It weighs 2.5 kg.", "It weighs 2.4 kg."],
])("a fact that is another one is refused wherever it stands: %s", (original, option) => {
  expect(judgeOption(original, option).failed.map(({ kind }) => kind)).toContain("facts");
});

const signUp = "Sign up before 15 December and bring a friend.";
const soup = "Come by noon and have some soup with us.";
test.each([
  [signUp, "Bring a friend along: you can sign up until 15 December.", "until"],
  [signUp.replace("before", "after"), "Bring a friend: you can sign up from 15 December.", "from"],
  [
    "We answer within 3 days, whatever you ask.",
    "Whatever you ask, after 3 days we answer.",
    "after",
  ],
  [soup, "Have some soup with us: come from noon on.", "from"],
  ["周六之前把表格交给我就行。", "表格在周六以后给我就行。", "以后"],
  ["小学以上的孩子都可以报名参加。", "小学以下的孩子都能来报名参加。", "以下"],
  ["五环以内都可以免费送货上门。", "免费送货上门，五环以外都可以。", "以外"],
])("another bound is looked at by a person: %s → %s", (original, option, word) => {
  const { failed, doubts } = judgeOption(original, option);
  expect([...failed, ...doubts]).toContainEqual(expect.objectContaining({ word }));
});

test("the same bound in another word passes", () => {
  expect(judgeOption(soup, "Have some soup with us: come before noon.")).toEqual({
    failed: [],
    doubts: [],
  });
});
