import { describe, expect, test } from "vitest";
import { maskDraft, proposalPrompt, readProposals } from "../../../../src/variation/text/index.ts";

const masked = maskDraft(
  "{新款|新品}防晒衣到店啦，满199减50，不与套装同享，5月3日前有效，喜欢的来试试。",
);

function failed(...answers: string[]) {
  const read = readProposals(masked, JSON.stringify(answers));
  if (!read.ok) throw new Error(read.reason);
  return read.proposals.map((proposal) => proposal.failed);
}

describe("what a model sees", () => {
  test("holds marks in place of facts, and no markup", () => {
    expect(masked.masked).toBe("新款防晒衣到店啦，⟦1⟧，不与套装同享，⟦2⟧有效，喜欢的来试试。");
    expect(masked.spans).toEqual(["满199减50", "5月3日前"]);
    expect(proposalPrompt(masked, 3)).not.toMatch(/199|5月3日/);
  });

  test("broken markup is refused", () => {
    expect(() => maskDraft("{a")).toThrow(RangeError);
  });
});

describe("what a model answers", () => {
  test("a faithful rewording passes and gets its facts back", () => {
    const answer = "防晒衣新款到店里了，⟦1⟧，不与套装同享，⟦2⟧有效，看上的过来试穿。";
    expect(readProposals(masked, JSON.stringify([answer]))).toEqual({
      ok: true,
      proposals: [
        {
          text: "防晒衣新款到店里了，满199减50，不与套装同享，5月3日前有效，看上的过来试穿。",
          failed: [],
        },
      ],
    });
  });

  test("a code fence around the JSON is forgiven, prose is not", () => {
    const answer = JSON.stringify([
      "防晒衣新款到店里了，⟦1⟧，不与套装同享，⟦2⟧有效，看上的过来试穿。",
    ]);
    expect(readProposals(masked, `\`\`\`json\n${answer}\n\`\`\``)).toMatchObject({ ok: true });
    expect(readProposals(masked, `Sure! Here you are: ${answer}`)).toEqual({
      ok: false,
      reason: "not-json",
    });
    expect(readProposals(masked, '{"text":"…"}')).toEqual({ ok: false, reason: "not-strings" });
    expect(readProposals(masked, "[1]")).toEqual({ ok: false, reason: "not-strings" });
  });

  test("a lost, doubled, moved or made-up mark fails", () => {
    expect(
      failed("防晒衣新款到店里了，⟦1⟧，不与套装同享，过期就没了，看上的过来试穿。")[0],
    ).toContain("marks");
    expect(failed("防晒衣到店了，⟦1⟧⟦1⟧，不与套装同享，⟦2⟧有效，看上的过来试试。")[0]).toContain(
      "marks",
    );
    expect(failed("防晒衣新款到店里了，⟦2⟧有效，⟦1⟧，不与套装同享，看上的过来试穿。")[0]).toContain(
      "marks",
    );
    expect(failed("防晒衣新款到店里了，⟦1⟧，不与套装同享，⟦2⟧有效，看上⟦3⟧来试穿。")[0]).toContain(
      "marks",
    );
  });

  test("a changed number, a lost condition, a superlative or an invented promise fails its gate", () => {
    expect(
      failed("防晒衣新款到店里了，满199减60，不与套装同享，⟦2⟧有效，看上的过来试穿。")[0],
    ).toEqual(["marks", "facts", "new-tokens"]);
    expect(failed("防晒衣新款到店里了，⟦1⟧，可与套装同享，⟦2⟧有效，看上的过来试穿。")[0]).toContain(
      "operators",
    );
    expect(failed("最好的防晒衣到店里了，⟦1⟧，不与套装同享，⟦2⟧有效，看上的来试。")[0]).toContain(
      "banned",
    );
    expect(
      failed("防晒衣新款到店里了，⟦1⟧，不与套装同享，⟦2⟧有效，看上的来，再送3双袜。")[0],
    ).toContain("facts");
  });

  test("the draft itself, and the same proposal twice, are the same wording", () => {
    const twice = "防晒衣新款到店里了，⟦1⟧，不与套装同享，⟦2⟧有效，看上的过来试穿。";
    expect(failed(masked.masked, twice, `${twice}！`).map((f) => f.includes("same"))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
