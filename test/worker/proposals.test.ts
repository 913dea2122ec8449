/** A model proposes options of sentences, by HTTP, in a job; gates and a second reading judge; a person approves. */
import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import type { Asked, Step } from "../support/model-server.ts";
import { deliver, env, freshWorld, newWorkspace, type World } from "./world.ts";

type Env = typeof env;
let world: World;
let path: string;

const draft =
  "孩子写作业坐不住？今晚八点我们聊聊这件事。星河伴读课28天只要99元。颜色以实物为准。来之前说一声就行。";
const key = "model-key-0123456789";

type Finding = { kind: string; word: string; message: string };
type Option = {
  id: string;
  text: string;
  by: string;
  failed: Finding[];
  doubts: Finding[];
  noticed: boolean;
  passes: boolean;
  approved: boolean;
  difference: { kind: string; text: string }[];
};
type Answer = {
  drafts: string[];
  jobId?: string;
  model?: { name: string };
  sentences: {
    draft: number;
    sentence: string;
    text: string;
    stage: string;
    error?: { code: string };
    options: Option[];
  }[];
  code?: string;
  detail?: string;
  errors?: { path: string; message: string }[];
};
type Job = { status: string; progress: number; error?: { code: string; detail: string } };

/** A queue that takes a message and delivers nothing: each test runs its job itself. */
const silent = { JOBS: { send: async () => {} } as unknown as Queue };

async function scenario(...steps: Step[]) {
  const told = await fetch(`${inject("modelServer")}/scenarios`, {
    method: "POST",
    body: JSON.stringify(steps),
  });
  const { baseUrl, logUrl } = await told.json<{ baseUrl: string; logUrl: string }>();
  const bindings = {
    MODEL_BASE_URL: baseUrl,
    MODEL_NAME: "small",
    MODEL_API_KEY: key,
  } as Partial<Env>;
  return {
    baseUrl,
    bindings,
    asked: async () => await (await fetch(logUrl)).json<Asked[]>(),
    propose: (input: object = {}, more: object = {}) => propose(input, { ...bindings, ...more }),
  };
}

/** Asks, runs the job, and looks at what came of it. */
async function propose(input: object, bindings: Partial<Env>) {
  const asked = await world.call<Answer>(
    "POST",
    path,
    { propose: input },
    { bindings: { ...bindings, ...silent } },
  );
  const { jobId } = asked.body;
  if (jobId === undefined) return { asked, job: undefined, body: asked.body };
  await deliver("jobs", [jobId], Date.now(), crypto.randomUUID(), bindings);
  const job = (await world.call<Job>("GET", `/v1/jobs/${jobId}`)).body;
  return { asked, job, body: (await settle({})).body };
}

const settle = (input: object) => world.call<Answer>("POST", path, input);
const content = async () =>
  (await world.call<Answer>("GET", path.replace("/suggestions", ""))).body;
const say = (answer: object): Step => ({ content: JSON.stringify(answer) });
const optionsOf = ({ sentences }: Answer, text: string) =>
  sentences.find((one) => one.text === text)?.options ?? [];

const proposed = {
  1: ["一写作业就坐不住？", "作业时分难以安坐？"],
  2: ["这件事，我们⟦1:今晚八点⟧来聊。", "免费来聊这件事，⟦1:今晚八点⟧。"],
  5: ["来之前说声就行。"],
};
const again = { 2: ["⟦1:今晚八点⟧，就聊聊这件事。"] };
const reading = { 1: { out: ["b"], in: ["写作业老坐不住？"] }, 2: { out: [], in: [] } };

async function write(drafts: string[]) {
  const { body } = await world.call<{ id: string }>("POST", "/v1/contents", {
    title: "伴读 888",
    body: "今晚开讲。",
    drafts,
  });
  path = `/v1/contents/${body.id}/suggestions`;
}

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  await world.call("PATCH", "/v1/workspace", { brands: ["星河"], bannedWords: ["划算"] });
  await write([draft]);
});

describe("options of sentences", () => {
  test("are asked for by a job, once more for what failed, then read; and change nothing", async () => {
    const before = await content();
    const { propose: ask, asked } = await scenario(say(proposed), say(again), say(reading));
    const { asked: answer, job, body } = await ask();
    expect([answer.status, answer.body.model]).toEqual([202, { name: "small" }]);
    expect(job).toMatchObject({ status: "succeeded", progress: 1 });
    expect(await asked()).toHaveLength(3);
    expect(body.sentences.map(({ stage }) => stage)).toEqual(["read", "read", "read", "read"]);
    expect(optionsOf(body, "孩子写作业坐不住？")).toMatchObject([
      { text: "一写作业就坐不住？", by: "proposal", passes: true, noticed: false },
      { text: "作业时分难以安坐？", noticed: true, passes: false },
      { text: "写作业老坐不住？", by: "reading", passes: true },
    ]);
    expect(
      optionsOf(body, "今晚八点我们聊聊这件事。").map(({ text, passes }) => [text, passes]),
    ).toEqual([
      ["这件事，我们今晚八点来聊。", true],
      ["免费来聊这件事，今晚八点。", false],
      ["今晚八点，就聊聊这件事。", true],
    ]);
    expect(await content()).toEqual(before);
  });

  test("show the model the post with its facts, what gates go by, and nothing else of the content", async () => {
    const { propose: ask, asked } = await scenario(say(proposed), say(again), say(reading));
    await ask();
    const [first, second, third] = (await asked()).map(
      ({ body }) => (JSON.parse(body) as { messages: { content: string }[] }).messages,
    );
    expect(first?.[1]?.content).toContain("2. ⟦1:今晚八点⟧我们聊聊这件事。");
    expect(first?.[1]?.content).toMatch(/^4= /m);
    expect(first?.[0]?.content).toContain("划算");
    expect(second?.[1]?.content).toContain("“免费” promises what the sentence does not");
    expect(third?.[0]?.content).toContain("When in doubt, out.");
    expect(third?.[1]?.content).toContain("a. 一写作业就坐不住？");
    expect(JSON.stringify(await asked())).not.toMatch(/888|开讲/);
    expect(JSON.stringify((await asked())[0]?.headers)).not.toContain(world.key);
  });

  test("that fail a gate say by which word, in a sentence", async () => {
    const { propose: ask } = await scenario(say(proposed), say({}), say(reading));
    const [, option] = optionsOf((await ask()).body, "今晚八点我们聊聊这件事。");
    expect(option?.failed).toEqual([
      { kind: "claims", word: "免费", message: "“免费”是原句没有的承诺" },
    ]);
    const messageIn = async (language: string) => {
      await world.call("PATCH", "/v1/workspace", { language });
      return optionsOf((await settle({})).body, "今晚八点我们聊聊这件事。")[1]?.failed[0]?.message;
    };
    expect(await messageIn("en")).toBe("“免费” promises what the sentence does not");
    expect(await messageIn("zh-TW")).toBe("「免费」是原句沒有的承諾");
    expect(option?.difference.some(({ kind, text }) => kind === "new" && text.includes("免"))).toBe(
      true,
    );
  });

  test("come although the second reading fails, which is told", async () => {
    const { propose: ask } = await scenario(say({ 5: proposed[5] }), { status: 500 });
    const { job, body } = await ask();
    expect(job?.status).toBe("succeeded");
    const sentence = body.sentences.find(({ text }) => text === "来之前说一声就行。");
    expect(sentence).toMatchObject({ stage: "proposed", error: { code: "model-unavailable" } });
    expect(sentence?.options).toHaveLength(1);
  });

  test("of one part are kept although another part fails, and a later try loses nothing", async () => {
    const long = Array.from({ length: 12 }, (_, i) => `第${i + 1}段我们慢慢说给大家听。`).join("");
    await write([long]);
    const one = { 1: ["慢慢地，第⟦1:1⟧段我们说给大家听。"] };
    const { propose: ask } = await scenario(say(one), say({ 1: { out: [], in: [] } }), {
      status: 429,
    });
    const { job, body } = await ask();
    expect(job?.status).toBe("succeeded");
    expect(new Set(body.sentences.map(({ stage }) => stage))).toEqual(new Set(["read", "failed"]));
    const later = await scenario({ status: 500 });
    const after = await later.propose();
    expect(after.job).toMatchObject({ status: "failed", error: { code: "model-unavailable" } });
    expect(after.body.sentences.flatMap(({ options }) => options).length).toBeGreaterThan(0);
  });

  test("are asked for once of a sentence that two drafts have, and offered in both", async () => {
    const shared = "来之前说一声就行。";
    await write([`孩子写作业坐不住？${shared}`, `这个周末我们在店里等你。${shared}`]);
    const { propose: ask, asked } = await scenario(
      say({ 2: ["来之前说声就行。"] }),
      say({ 2: { out: [], in: [] } }),
      say({}),
    );
    const { body } = await ask();
    const second = JSON.parse((await asked())[2]?.body ?? "") as {
      messages: { content: string }[];
    };
    expect(second.messages[1]?.content).toMatch(/^2= /m);
    const both = body.sentences.filter(({ text }) => text === shared);
    expect(both.map((one) => [one.draft, one.options.length])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect((await settle({ approveAll: true })).body.drafts).toEqual([
      `孩子写作业坐不住？{${shared}|来之前说声就行。}`,
      `这个周末我们在店里等你。{${shared}|来之前说声就行。}`,
    ]);
  });

  test("of an earlier time stay beside those of a later one", async () => {
    const first = await scenario(say({ 5: ["来之前说声就行。"] }), say({}));
    await first.propose();
    const later = await scenario(say({ 5: ["来前说一声就行。"] }), say({}));
    const { body } = await later.propose();
    expect(optionsOf(body, "来之前说一声就行。").map(({ text }) => text)).toEqual([
      "来前说一声就行。",
      "来之前说声就行。",
    ]);
  });

  test("are asked for one draft alone, where one is named", async () => {
    await write([draft, "好茶上新啦，大家有空来店里坐下聊聊天吧。"]);
    const { propose: ask } = await scenario(
      say({ 1: ["大家有空来店里聊聊天，好茶上新啦。"] }),
      say({}),
    );
    const { body } = await ask({ draft: 1 });
    expect(new Set(body.sentences.map((one) => one.draft))).toEqual(new Set([1]));
    expect((await ask({ draft: 2 })).asked.body.errors?.[0]?.path).toBe("propose.draft");
  });
});

describe("approving", () => {
  const proposals = async () => {
    const { propose: ask } = await scenario(say(proposed), say(again), say(reading));
    return (await ask()).body;
  };

  test("takes all that passed at once, and writes them into their sentences", async () => {
    await proposals();
    const { status, body } = await settle({ approveAll: true });
    expect(status).toBe(200);
    expect(body.drafts).toEqual([
      "{孩子写作业坐不住？|一写作业就坐不住？|写作业老坐不住？}{今晚八点我们聊聊这件事。|这件事，我们今晚八点来聊。|今晚八点，就聊聊这件事。}星河伴读课28天只要99元。颜色以实物为准。{来之前说一声就行。|来之前说声就行。}",
    ]);
    expect(optionsOf(body, "来之前说一声就行。")).toMatchObject([{ approved: true }]);
    expect((await settle({ approveAll: true })).body.drafts).toEqual(body.drafts);
  });

  test("takes nothing that a person vetoed, and offers it no more", async () => {
    const proposedFor = (await proposals()).sentences[0];
    const sentences = path.replace("/suggestions", "/sentences");
    await world.call("PUT", `${sentences}/${proposedFor?.sentence}`, {
      veto: ["一写作业就坐不住？"],
    });
    expect(optionsOf((await settle({})).body, "孩子写作业坐不住？").map((one) => one.text)).toEqual(
      ["作业时分难以安坐？", "写作业老坐不住？"],
    );
    const { body } = await settle({ approveAll: true });
    expect(body.drafts[0]).toMatch(/^\{孩子写作业坐不住？\|写作业老坐不住？\}/);
    // Also where the model proposes it once more.
    await proposals();
    expect((await settle({ approveAll: true })).body.drafts).toEqual(body.drafts);
  });

  test("takes one that the second reading noticed by its id alone", async () => {
    const [, odd] = optionsOf(await proposals(), "孩子写作业坐不住？");
    const { body } = await settle({ approve: [odd?.id ?? ""] });
    expect(body.drafts?.[0]).toContain("{孩子写作业坐不住？|作业时分难以安坐？}");
  });

  test("refuses one that failed, by its word", async () => {
    const [, wrong] = optionsOf(await proposals(), "今晚八点我们聊聊这件事。");
    const refused = await settle({ approve: [wrong?.id ?? ""] });
    expect([refused.status, refused.body.errors?.[0]?.message]).toEqual([
      422,
      expect.stringContaining("免费"),
    ]);
    expect((await content()).drafts).toEqual([draft]);
  });

  test("refuses one whose sentence was changed meanwhile", async () => {
    const [first] = optionsOf(await proposals(), "孩子写作业坐不住？");
    await world.call("PATCH", path.replace("/suggestions", ""), {
      drafts: [draft.replace("坐不住", "坐不稳")],
    });
    const { status } = await settle({ approve: [first?.id ?? ""] });
    expect(status).toBe(409);
    expect(optionsOf((await settle({})).body, "孩子写作业坐不住？")).toEqual([]);
  });

  test("forgets what was proposed with its content", async () => {
    await proposals();
    await world.call("DELETE", path.replace("/suggestions", ""));
    const { results } = await env.DB_A.prepare("SELECT 1 FROM sentence_offers").all();
    expect(results).toEqual([]);
  });
});

describe("a model that fails", () => {
  test.each<[string, Step, string]>([
    ["answers prose", { content: "Sure! Here are five ideas." }, "model-malformed"],
    ["answers an empty list", say([]), "model-malformed"],
    ["answers no choices", { body: '{"choices":[]}' }, "model-malformed"],
    ["answers too much", { content: "x".repeat(300_000) }, "model-malformed"],
    [
      "spends all on thinking",
      { body: '{"choices":[{"finish_reason":"length","message":{"content":""}}]}' },
      "model-cut-short",
    ],
    ["breaks", { status: 500, body: "Traceback: sk-internal" }, "model-unavailable"],
    ["refuses the key", { status: 401, body: "bad key" }, "model-refused"],
    ["has had enough", { status: 429, headers: { "Retry-After": "17" } }, "model-rate-limited"],
    ["is silent", { manner: "silent" }, "model-timeout"],
  ])("and %s fails the job with a code of its own", async (_, step, code) => {
    const logged = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { propose: ask, asked } = await scenario(step, say(proposed));
    const { job } = await ask({}, step.manner === "silent" ? { MODEL_TIMEOUT_MS: 200 } : {});
    expect(job).toMatchObject({ status: "failed", error: { code } });
    expect(await asked()).toHaveLength(1);
    const told = JSON.stringify([job, logged.mock.calls]);
    expect(told).not.toMatch(new RegExp(`${key}|sk-internal|127\\.0\\.0\\.1`));
    logged.mockRestore();
  });

  test("and is not there at all is off: nothing is queued", async () => {
    const off = await settle({ propose: {} });
    expect([off.status, off.body.code]).toEqual([409, "model-not-configured"]);
    expect((await settle({})).body.sentences).toEqual([]);
  });

  test("finds nothing to do in a post of facts and conditions", async () => {
    await write(["定金不退。颜色以实物为准。"]);
    const { propose: ask, asked } = await scenario(say(proposed));
    expect((await ask()).job).toMatchObject({ error: { code: "nothing-to-reword" } });
    expect(await asked()).toEqual([]);
  });
});

test("Workers AI proposes through its binding", async () => {
  const run = vi.fn(async () => ({ response: JSON.stringify(proposed) }));
  const { body } = await propose({}, { AI: { run } as unknown as Ai } as Partial<Env>);
  expect(optionsOf(body, "来之前说一声就行。")).toMatchObject([{ text: "来之前说声就行。" }]);
  expect(run.mock.calls.length).toBe(3);
});

describe("accepting whole rewordings", () => {
  const own = "秋天的新茶到店啦，想喝热茶的朋友今晚来坐坐，店里很暖和。";
  const text = "秋天新茶到店里啦，想喝口热茶的朋友今晚来坐，店里挺暖和。";
  const accept = [{ draft: 0, text }];
  beforeEach(() => write([own]));

  test("adds the wording as a draft by its text alone", async () => {
    expect((await settle({ accept })).body.drafts).toEqual([own, text]);
    expect((await settle({ accept })).status).toBe(422);
  });

  test("is judged by the brands and banned words of the moment", async () => {
    await world.call("PATCH", "/v1/workspace", { bannedWords: ["暖和"] });
    const changed = [{ draft: 0, text: text.replace("挺暖和", "暖和暖和") }];
    expect((await settle({ accept: changed })).body.errors?.[0]?.message).toContain("banned");
  });

  test("of a draft that is not there is refused", async () => {
    const { body } = await settle({ accept: [{ draft: 1, text }] });
    expect(body.errors?.[0]?.path).toBe("accept[0].draft");
  });
});
