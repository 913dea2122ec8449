import { expect, test } from "vitest";
import { jobKinds, jobQueues } from "../../../src/domain/job.ts";
import { channelPattern, channels } from "../../../src/domain/vocabulary.ts";

test("a channel is a word of the list, or a group with its name", () => {
  for (const channel of [...channels, "group:读书会"]) expect(channel).toMatch(channelPattern);
  for (const channel of ["", "moment", "chat:x", "group:", `group:${"x".repeat(61)}`]) {
    expect(channel).not.toMatch(channelPattern);
  }
});

test("every kind of job has a queue that wakes it", () => {
  expect(jobKinds).toEqual(Object.keys(jobQueues));
});
