/** Help with writing captions: variation for other apps, and the lexicon's suggestions. */
import { beforeEach, describe, expect, test } from "vitest";
import { capacityOf, freshWorld, newWorkspace, publishAgain, type World } from "./world.ts";

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

  test("may come as segments with options, nothing of which is markup", async () => {
    const segments = [
      ["孩子写作业坐不住？", "一写作业就坐不住的孩子，", "写作业时总坐不住，"],
      ["今晚八点我们聊聊{这件事}。", "{这件事}今晚八点来聊。"],
      ["名额20个。"],
    ];
    const { status, body } = await vary({ segments, count: 6, lexicon: false });
    expect([status, body.variants.length]).toEqual([200, 6]);
    expect(body.report).toMatchObject({ seats: 6, served: 6 });
    for (const { text } of body.variants) {
      const said = segments.map((options) => options.filter((option) => text.includes(option)));
      expect(said.map(({ length }) => length)).toEqual([1, 1, 1]);
      expect(text).toBe(said.flat().join(""));
    }
    for (const wrong of [{ drafts: ["好。"], segments }, {}]) {
      const refused = await vary({ ...wrong, count: 2 });
      expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([422, "drafts"]);
    }
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
      reason:
        "The text has 1 different wordings for 3 senders: 3 share theirs with somebody, 3 of them with one of their own team.",
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

type Suggestion = {
  id: string;
  draft: number;
  offset: number;
  length: number;
  words: string;
  context: { before: string; after: string };
  options: { text: string; failed: string[] }[];
  markup: string;
};
type Suggestions = {
  drafts: string[];
  draftVersion: number;
  vetoes: string[];
  suggestions: Suggestion[];
};

describe("suggestions for a content's drafts", () => {
  let path: string;
  const settle = (input?: object) => world.call<Suggestions>("POST", path, input);
  const forWords = ({ suggestions }: Suggestions, words: string) =>
    suggestions.find((one) => one.words === words);

  beforeEach(async () => {
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", {
      title: "防晒",
      body: "补货了。",
      drafts: ["新到的面包，早上七点出炉，欢迎来尝。", draft],
    });
    path = `/v1/contents/${body.id}/suggestions`;
  });

  test("tell the place, the context and the gates, and change nothing", async () => {
    const { status, body } = await settle();
    expect(status).toBe(200);
    const one = forWords(body, "终于")!;
    expect(one).toMatchObject({
      draft: 1,
      context: { before: "被问爆的防晒", after: "补货啦！满199减20，" },
      options: [{ text: "总算", failed: [] }],
      markup: "{终于|总算}",
    });
    expect(draft.slice(one.offset, one.offset + one.length)).toBe("终于");
    expect((await settle({})).body).toEqual(body);
    expect(body).toMatchObject({ draftVersion: 1, vetoes: [] });
  });

  test("are told of a call that names JSON and sends none", async () => {
    const headers = { "Content-Type": "application/json" };
    const { status, body } = await world.call("POST", path, undefined, { headers });
    expect([status, body]).toEqual([200, (await settle()).body]);
    expect((await world.call("GET", "/v1/senders", undefined, { headers })).status).toBe(200);
    const senders = await world.call("POST", "/v1/senders", undefined, { headers });
    expect(senders).toMatchObject({ status: 422, body: { errors: [{ path: "name" }] } });
  });

  test("name the gate that the workspace's own words close", async () => {
    await world.call("PATCH", "/v1/workspace", { bannedWords: ["总算"] });
    const one = forWords((await settle()).body, "终于")!;
    expect(one).toMatchObject({ options: [{ text: "总算", failed: ["banned"] }], markup: "终于" });
    const refused = await world.call("POST", path, { approve: [one.id] });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: "approve[0]" }] } });
  });

  test("doubt an author's own option that limits otherwise, and use it all the same", async () => {
    const content = path.replace("/suggestions", "");
    const drafts = ["{欢迎来店|仅限到店}领取新茶，早上七点开门。"];
    await world.call("PATCH", content, { drafts });
    const { body } = await settle();
    const doubts = [{ draft: 0, line: 1, option: 1, failed: ["operators"] }];
    expect(body).toMatchObject({ drafts, doubts });
  });

  test("all approved at once become markup in their places, and are not offered again", async () => {
    const { suggestions } = (await settle()).body;
    const { status, body } = await settle({ approve: suggestions.map(({ id }) => id) });
    expect(status).toBe(200);
    const firstOptions = body.drafts.map((text) => text.replace(/\{([^|}]*)\|[^}]*\}/g, "$1"));
    expect(firstOptions[1]).toBe(draft);
    for (const { markup, draft: index } of suggestions) {
      expect(body.drafts[index]).toContain(markup);
    }
    expect(forWords(body, "终于")).toBeUndefined();
    const content = await world.call("GET", path.replace("/suggestions", ""));
    expect(content.body.drafts).toEqual(body.drafts);
  });

  test("of an option vetoed in the same call only the others are approved", async () => {
    const one = (await settle()).body.suggestions.find(({ options }) => options.length > 1)!;
    const [first, ...others] = one.options.map(({ text }) => text);
    const veto = [`${one.words}>${first}`];
    const { body } = await settle({ approve: [one.id], veto });
    expect(body.drafts[one.draft]).toContain(`{${[one.words, ...others].join("|")}}`);
    expect(body.vetoes).toEqual(veto);
  });

  test("made for a draft that has changed since are refused whole", async () => {
    const { suggestions } = (await settle()).body;
    const one = suggestions.find(({ words }) => words === "终于")!;
    await world.call("PATCH", path.replace("/suggestions", ""), { drafts: ["好。", `！${draft}`] });
    const refused = await world.call("POST", path, { approve: [one.id], veto: ["直接"] });
    expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
    expect((await settle()).body).toMatchObject({ drafts: ["好。", `！${draft}`], vetoes: [] });
  });

  test("vetoed are neither offered nor used when the content is compiled, until taken back", async () => {
    const capacity = async () => (await capacityOf(world, path.split("/")[3]!)).body;
    const phrases = (await settle()).body.suggestions.map(({ words }) => words);
    await world.call("POST", "/v1/senders", { name: "Lin Xia" });
    const before = (await capacity()) as { capacity: { company: number } };
    const vetoed = await settle({ veto: phrases });
    expect(vetoed.body.vetoes).toEqual([...new Set(phrases)]);
    expect(vetoed.body.suggestions.map(({ words }) => words)).toEqual([]);
    const after = (await capacity()) as { capacity: { company: number } };
    expect(after.capacity.company).toBeLessThan(before.capacity.company);
    const again = await settle({ allow: phrases });
    expect(again.body.vetoes).toEqual([]);
    expect(forWords(again.body, "终于")).toBeDefined();
    expect(await capacity()).toEqual(before);
  });

  test("that are settled already leave nothing new to publish", async () => {
    await settle({ veto: ["终于"] });
    await publishAgain(world, path.split("/")[3]!);
    const before = await world.call("GET", path.replace("/suggestions", ""));
    for (const settled of [{ veto: ["终于"] }, { approve: [] }, { allow: ["总算"] }]) {
      expect((await settle(settled)).status).toBe(200);
    }
    expect(await world.call("GET", path.replace("/suggestions", ""))).toMatchObject({
      body: before.body,
    });
    expect((await settle({ allow: ["终于"] })).body.draftVersion).toBe(2);
  });

  test("may be seen with a key that reads, and settled with one that also writes", async () => {
    const made = await world.call<{ key: string }>("POST", "/v1/api-keys", {
      name: "reader",
      scopes: ["read"],
    });
    const reader = { key: made.body.key };
    expect((await world.call("POST", path, undefined, reader)).status).toBe(200);
    for (const settled of [{ approve: ["x"] }, { veto: ["终于"] }, { allow: ["终于"] }]) {
      expect((await world.call("POST", path, settled, reader)).status).toBe(403);
    }
    expect((await settle()).body.vetoes).toEqual([]);
  });
});
