/** Help with writing captions: variation for other apps, and the lexicon's suggestions. */
import { beforeEach, describe, expect, test } from "vitest";
import { freshWorld, newWorkspace, type World } from "./world.ts";

let world: World;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
});

const draft =
  "被问爆的防晒终于补货啦！满199减20，不与套装同享。夏天通勤一整天，到家脸上还是清清爽爽的。要的宝子直接扣数量，有问题找我。";

type Varied = {
  variants: { text: string; draft: number; team: number; slots: { slotId: string }[] }[];
  report: { seats: number; served: number; reason?: string; advice: { text: string }[] };
  errors?: { path: string; message: string }[];
};

const vary = (input: object) => world.call<Varied>("POST", "/v1/variations/text", input);

describe("a text varied for another app", () => {
  test("comes in as many different wordings as asked for, its facts whole, spread over teams", async () => {
    const { status, body } = await vary({ drafts: [draft], count: 10, teams: 3 });
    expect(status).toBe(200);
    expect(new Set(body.variants.map(({ text }) => text)).size).toBe(10);
    for (const { text } of body.variants) expect(text).toContain("满199减20，不与套装同享");
    expect([0, 1, 2].map((t) => body.variants.filter(({ team }) => team === t).length)).toEqual([
      4, 3, 3,
    ]);
  });

  test("is the same for the same seed", async () => {
    const input = { drafts: [draft], count: 5, seed: "a" };
    const once = await vary(input);
    expect((await vary(input)).body).toEqual(once.body);
    expect((await vary({ ...input, seed: "b" })).body).not.toEqual(once.body);
  });

  test("comes in fewer wordings where it has no more, and the report says why", async () => {
    const { status, body } = await vary({ drafts: ["海盐贝果。"], count: 3 });
    expect([status, body.variants.length]).toEqual([200, 1]);
    expect(body.report).toMatchObject({
      seats: 3,
      served: 1,
      reason: "The text has 1 different wordings for 3 senders.",
    });
    expect(body.report.advice.length).toBeGreaterThan(0);
  });

  test("varies only the author's own slots where the lexicon is off", async () => {
    const { body } = await vary({ drafts: [`{早|早安}，${draft}`], count: 5, lexicon: false });
    expect(body.variants.map(({ text }) => text).sort()).toEqual(
      [`早，${draft}`, `早安，${draft}`].sort(),
    );
  });

  test("never says what was vetoed, nor touches what is protected or a brand", async () => {
    const texts = async (more: object) =>
      (await vary({ drafts: [draft], count: 100, ...more })).body.variants.map(({ text }) => text);
    expect((await texts({})).some((text) => text.includes("总算"))).toBe(true);
    const vetoed = await texts({ lexicon: { vetoes: ["终于"] } });
    expect(vetoed.every((text) => text.includes("终于"))).toBe(true);
    const kept = await texts({ protect: ["终于补货"] });
    expect(kept.every((text) => text.includes("终于补货"))).toBe(true);
    await world.call("PATCH", "/v1/workspace", { brands: ["终于补货"] });
    expect((await texts({})).every((text) => text.includes("终于补货"))).toBe(true);
  });

  test("is refused by draft, line and column where its markup or its words are wrong", async () => {
    await world.call("PATCH", "/v1/workspace", { bannedWords: ["爆"] });
    const { status, body } = await vary({ drafts: ["好。", "好。\n{a", draft], count: 2 });
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(["drafts[1]", "drafts[2]"]);
    expect(body.errors?.[0]?.message).toMatch(/^Line 2, column 1: /);
  });

  test.each([{ count: 0 }, { count: 201 }, { count: 2, teams: 0 }, { count: 2, drafts: [] }])(
    "is not tried with %j",
    async (wrong) => {
      expect((await vary({ drafts: [draft], ...wrong })).status).toBe(422);
    },
  );

  test("needs no more than a key that reads", async () => {
    const made = await world.call<{ key: string }>("POST", "/v1/api-keys", {
      name: "reader",
      scopes: ["read"],
    });
    const answer = await world.call(
      "POST",
      "/v1/variations/text",
      { drafts: [draft], count: 1 },
      { key: made.body.key },
    );
    expect(answer.status).toBe(200);
  });
});
