import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ModelSettings, modelOf } from "../../../src/integrations/model.ts";
import {
  type Asked,
  type ModelServer,
  type Step,
  startModelServer,
} from "../../support/model-server.ts";

let server: ModelServer;

beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const key = "secret-key-0123456789";
const prompt = { rules: "Reword it.", post: "新茶到店，⟦1⟧。" };

async function scenario(...steps: Step[]) {
  const told = await fetch(`${server.url}/scenarios`, {
    method: "POST",
    body: JSON.stringify(steps),
  });
  const { baseUrl, logUrl } = (await told.json()) as { baseUrl: string; logUrl: string };
  return {
    baseUrl,
    asked: async () => (await (await fetch(logUrl)).json()) as Asked[],
    ask: (more: ModelSettings = {}) =>
      modelOf({
        MODEL_BASE_URL: baseUrl,
        MODEL_NAME: "small",
        MODEL_API_KEY: key,
        ...more,
      })?.propose(prompt),
  };
}

describe("a server that speaks chat completions", () => {
  test("is asked once, with the rules and the post apart, and its first choice is the answer", async () => {
    const { ask, asked } = await scenario({ content: '["a"]' });
    expect(await ask()).toEqual({ ok: true, text: '["a"]' });
    const [request, ...more] = await asked();
    expect(more).toEqual([]);
    expect(request?.path).toMatch(/\/v1\/chat\/completions$/);
    expect(request?.headers.authorization).toBe(`Bearer ${key}`);
    expect(JSON.parse(request?.body ?? "")).toEqual({
      model: "small",
      messages: [
        { role: "system", content: prompt.rules },
        { role: "user", content: prompt.post },
      ],
      stream: false,
    });
  });

  test("may need no key, and may be given with a slash at the end", async () => {
    const { ask, asked, baseUrl } = await scenario({ content: "x" });
    await ask({ MODEL_API_KEY: undefined, MODEL_BASE_URL: `${baseUrl}/` });
    const [request] = await asked();
    expect(request?.headers).not.toHaveProperty("authorization");
    expect(request?.path).toMatch(/\/v1\/chat\/completions$/);
  });

  test.each<[string, Step, object]>([
    [
      "429",
      { status: 429, headers: { "Retry-After": "7" } },
      { reason: "rate-limited", retryAfter: 7 },
    ],
    [
      "429 with a date",
      {
        status: 429,
        headers: {
          "Retry-After": "Sun, 22 Nov 2026 10:00:30 GMT",
          Date: "Sun, 22 Nov 2026 10:00:00 GMT",
        },
      },
      { reason: "rate-limited", retryAfter: 30 },
    ],
    ["429 without a time", { status: 429 }, { reason: "rate-limited" }],
    [
      "429 with nonsense for a time",
      { status: 429, headers: { "Retry-After": "soon" } },
      { reason: "rate-limited" },
    ],
    ["401", { status: 401, body: `bad key ${key}` }, { reason: "refused", status: 401 }],
    ["500", { status: 500 }, { reason: "unavailable", status: 500 }],
    [
      "503 with a time",
      { status: 503, headers: { "Retry-After": "1" } },
      { reason: "unavailable", status: 503 },
    ],
    ["a cut connection", { content: "x".repeat(1000), manner: "cut" }, { reason: "unavailable" }],
    ["no choices", { body: '{"choices":[]}' }, { reason: "malformed", what: "not-text" }],
    [
      "choices that are none",
      { body: '{"choices":{"0":1}}' },
      { reason: "malformed", what: "not-text" },
    ],
    [
      "a choice without content",
      { body: '{"choices":[{"message":{"content":null}}]}' },
      { reason: "malformed", what: "not-text" },
    ],
    [
      "nothing but thought",
      { body: '{"choices":[{"finish_reason":"length","message":{"content":""}}]}' },
      { reason: "cut-short" },
    ],
    [
      "a thought that never ends",
      { body: '{"choices":[{"finish_reason":"length","message":{"content":null}}]}' },
      { reason: "cut-short" },
    ],
    [
      "that what is free for the day is used up",
      { status: 429, body: '{"success":false,"errors":[{"code":4006,"message":"AiError: 4006"}]}' },
      { reason: "spent" },
    ],
    [
      "that its model needs a paid plan",
      { status: 403, body: '{"success":false,"errors":[{"code":5035,"message":"AiError: 5035"}]}' },
      { reason: "needs-plan" },
    ],
    [
      "a refusal that names nothing",
      { status: 403, body: '{"errors":[null,{"code":1}]}' },
      { reason: "refused", status: 403 },
    ],
    ["null", { body: "null" }, { reason: "malformed", what: "not-text" }],
    ["nothing", { body: "" }, { reason: "malformed", what: "not-text" }],
    ["HTML", { body: "<html>" }, { reason: "malformed", what: "not-text" }],
    [
      "bytes that are no UTF-8",
      { hex: "7b2263686f69636573223a5bff5d7d" },
      { reason: "malformed", what: "not-text" },
    ],
    [
      "more than is read",
      { content: "x".repeat(300_000) },
      { reason: "malformed", what: "too-large" },
    ],
  ])(
    "that answers %s fails by name, is not asked again, and tells no secret",
    async (_, step, failure) => {
      const { ask, asked } = await scenario(step, { content: "[]" });
      const answer = await ask();
      expect(answer).toEqual({ ok: false, ...failure });
      expect(JSON.stringify(answer)).not.toContain(key);
      expect(await asked()).toHaveLength(1);
    },
  );

  test.each(["silent", "drip"] as const)("that is %s is given up", async (manner) => {
    const { ask } = await scenario({ manner });
    expect(await ask({ MODEL_TIMEOUT_MS: 150 })).toEqual({ ok: false, reason: "timeout" });
  });

  test("that sends elsewhere is not followed: the other place gets neither key nor text", async () => {
    const other = await scenario({ content: "[]" });
    for (const status of [301, 302, 303, 307, 308]) {
      const { ask } = await scenario({
        status,
        headers: { Location: `${other.baseUrl}/chat/completions` },
      });
      expect(await ask()).toEqual({ ok: false, reason: "refused", status });
    }
    expect(await other.asked()).toEqual([]);
  });

  test("that is not there is unavailable", async () => {
    const gone = await startModelServer();
    await gone.close();
    const model = modelOf({ MODEL_BASE_URL: gone.url, MODEL_NAME: "m" });
    expect(await model?.propose(prompt)).toEqual({ ok: false, reason: "unavailable" });
  });
});

describe("settings", () => {
  test("without a server or a binding there is no model", () => {
    expect(modelOf({})).toBeUndefined();
    expect(modelOf({ MODEL_NAME: "m", MODEL_API_KEY: key, MODEL_BASE_URL: "" })).toBeUndefined();
  });

  test.each<[string, ModelSettings, RegExp]>([
    ["http elsewhere", { MODEL_BASE_URL: "http://models.example/v1" }, /MODEL_BASE_URL.*https/],
    [
      "http to a name like this machine's",
      { MODEL_BASE_URL: "http://localhost.example/v1" },
      /MODEL_BASE_URL/,
    ],
    [
      "credentials in the address",
      { MODEL_BASE_URL: `https://a:${key}@models.example` },
      /MODEL_BASE_URL/,
    ],
    ["another protocol", { MODEL_BASE_URL: "file:///etc/passwd" }, /MODEL_BASE_URL/],
    ["no address", { MODEL_BASE_URL: "models.example" }, /MODEL_BASE_URL/],
    ["no name of a server's model", { MODEL_NAME: " " }, /MODEL_NAME/],
    ["a key with a line in it", { MODEL_API_KEY: `${key}\nX-A: b` }, /MODEL_API_KEY/],
    ["no time", { MODEL_TIMEOUT_MS: "0" }, /MODEL_TIMEOUT_MS/],
    ["a time that is none", { MODEL_TIMEOUT_MS: "soon" }, /MODEL_TIMEOUT_MS/],
  ])("%s is told when the model is asked, without the values", async (_, wrong, what) => {
    const { ask, asked } = await scenario({ content: "[]" });
    const answer = await ask(wrong);
    expect(answer).toMatchObject({
      ok: false,
      reason: "misconfigured",
      what: expect.stringMatching(what),
    });
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${key}|models\\.example|passwd`));
    expect(await asked()).toEqual([]);
  });

  test("a line end after the key, as files have it, does no harm", async () => {
    const { ask, asked } = await scenario({ content: "x" });
    await ask({ MODEL_API_KEY: `${key}\n` });
    expect((await asked())[0]?.headers.authorization).toBe(`Bearer ${key}`);
  });
});

describe("Workers AI", () => {
  const binding = (run: (...args: unknown[]) => unknown) => ({
    AI: { run: async (...args: unknown[]) => run(...args) },
    MODEL_NAME: "@cf/some/model",
  });
  const ask = (run: (...args: unknown[]) => unknown) => modelOf(binding(run))?.propose(prompt);

  test("is asked for the configured model with room for a whole answer", async () => {
    let seen: unknown[] = [];
    const answer = await ask((...args) => {
      seen = args;
      return { response: '["a"]' };
    });
    expect(answer).toEqual({ ok: true, text: '["a"]' });
    expect(seen[0]).toBe("@cf/some/model");
    expect(seen[1]).toMatchObject({
      messages: [{ content: prompt.rules }, { content: prompt.post }],
      max_tokens: 8192,
    });
    expect(seen[1]).not.toHaveProperty("chat_template_kwargs");
  });

  test.each(["@cf/qwen/qwen3-30b-a3b-fp8", "@cf/google/gemma-4-26b", "@cf/zai-org/glm-4.7-flash"])(
    "does not think aloud as %s",
    async (name) => {
      let input: unknown;
      const AI = {
        run: async (_: string, said: object) => {
          input = said;
          return { response: '<think>Hm.</think>\n{"1":["a"]}' };
        },
      };
      expect(await modelOf({ AI, MODEL_NAME: name })?.propose(prompt)).toEqual({
        ok: true,
        text: '{"1":["a"]}',
      });
      expect(input).toMatchObject({ chat_template_kwargs: { enable_thinking: false } });
    },
  );

  test("has a model of its own where none is named", () => {
    expect(modelOf({ AI: { run: async () => null } })?.name).toMatch(/^@cf\//);
  });

  test.each<[string, unknown, string]>([
    ["a completion", { choices: [{ message: { content: '["a"]' } }] }, '["a"]'],
    ["JSON that is parsed already", { response: ["a"] }, '["a"]'],
  ])("may answer with %s", async (_, answer, text) => {
    expect(await ask(() => answer)).toEqual({ ok: true, text });
  });

  test.each<[string, () => unknown, object]>([
    ["nothing", () => null, { reason: "malformed", what: "not-text" }],
    [
      "a stream's worth",
      () => ({ response: "x".repeat(300_000) }),
      { reason: "malformed", what: "too-large" },
    ],
    [
      "no allowance left",
      () => thrown("InferenceUpstreamError: 3036: You have used up"),
      { reason: "spent" },
    ],
    [
      "its free allocation spent",
      () => thrown("AiError: 4006: you have used up your daily free allocation"),
      { reason: "spent" },
    ],
    [
      "a model beyond the plan",
      () => thrown("AiError: 5035: This model requires a paid plan"),
      { reason: "needs-plan" },
    ],
    [
      "an answer that is all thought",
      () => ({ choices: [{ finish_reason: "length", message: { content: "" } }] }),
      { reason: "cut-short" },
    ],
    ["no capacity", () => thrown("3040: No more data centers"), { reason: "rate-limited" }],
    [
      "no such model",
      () => thrown("AiError: 5007: No such model"),
      { reason: "refused", status: 400 },
    ],
    ["a time-out of its own", () => thrown("3007: Request timeout"), { reason: "timeout" }],
    ["another error", () => thrown("socket hang up"), { reason: "unavailable" }],
  ])("with %s fails by name", async (_, run, failure) => {
    expect(await ask(run)).toEqual({ ok: false, ...failure });
  });

  test("that never answers is given up", async () => {
    const model = modelOf({ ...binding(() => new Promise(() => {})), MODEL_TIMEOUT_MS: "50" });
    expect(await model?.propose(prompt)).toEqual({ ok: false, reason: "timeout" });
  });

  test("gives way to a server of one's own", async () => {
    const { ask: askServer } = await scenario({ content: "server" });
    expect(await askServer(binding(() => ({ response: "binding" })))).toEqual({
      ok: true,
      text: "server",
    });
  });
});

function thrown(message: string): never {
  throw new Error(message);
}
