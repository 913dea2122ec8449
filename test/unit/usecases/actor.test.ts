import { describe, expect, test } from "vitest";
import { type ApiKeyId, type JobId, knownId, type SenderId } from "../../../src/domain/ids.ts";
import {
  type Actor,
  requireKit,
  requireOperator,
  requireReader,
  requireScope,
} from "../../../src/usecases/kernel/actor.ts";

const actors: Record<string, Actor> = {
  reading: { kind: "api-key", id: knownId<ApiKeyId>("aKey"), scopes: ["read"] },
  writing: { kind: "console", id: "aMember", scopes: ["read", "write"], team: null },
  lead: { kind: "console", id: "aLead", scopes: ["read", "write"], team: "North" },
  kit: { kind: "kit", id: knownId<SenderId>("aSender") },
  operator: { kind: "operator" },
  job: { kind: "job", id: knownId<JobId>("aJob") },
  clock: { kind: "clock" },
  reader: { kind: "reader" },
};

const doors: [door: string, check: (asking: { actor: Actor }) => unknown, letsIn: string[]][] = [
  ["a scope", (asking) => requireScope(asking, "write"), ["writing", "job"]],
  [
    "a verb that keeps to a lead's own team",
    (asking) => requireScope(asking, "read", "own-team"),
    ["reading", "writing", "lead", "job"],
  ],
  ["the kit's door", requireKit, ["kit"]],
  ["the operator's door", requireOperator, ["operator"]],
  ["the reader's door", requireReader, ["reader"]],
];

describe.each(doors)("%s", (_door, check, letsIn) => {
  test.each(Object.entries(actors))("asked by %s", (name, actor) => {
    const asked = () => check({ actor });
    if (letsIn.includes(name)) expect(asked).not.toThrow();
    else expect(asked).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});
