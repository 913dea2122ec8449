/** The console's workshop asks a model for other ways of saying a post's sentences, and a person decides there. */
import { beforeEach, expect, inject, test } from "vitest";
import type { Step } from "../support/model-server.ts";
import {
  deliver,
  type env,
  fetchWith,
  freshWorld,
  newWorkspace,
  origin,
  type World,
} from "./world.ts";

type Bindings = Partial<typeof env>;

/** A queue that takes a message and delivers nothing: each test runs its job itself. */
const silent = { JOBS: { send: async () => {} } as unknown as Queue };
const draft = "孩子写作业坐不住？今晚八点我们聊聊这件事。来之前说一声就行。";

let world: World;
let words: string;
let content: string;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  const { body } = await world.call<{ id: string }>("POST", "/v1/contents", {
    title: "伴读",
    body: "今晚开讲。",
    drafts: [draft],
  });
  content = `/v1/contents/${body.id}`;
  words = `/console/posts/${body.id}/words`;
});

async function scenario(...steps: Step[]): Promise<Bindings> {
  const told = await fetch(`${inject("modelServer")}/scenarios`, {
    method: "POST",
    body: JSON.stringify(steps),
  });
  const { baseUrl } = await told.json<{ baseUrl: string }>();
  return { MODEL_BASE_URL: baseUrl, MODEL_NAME: "small", ...silent } as Bindings;
}

/** A member of head office before a deployment with these bindings. */
async function signIn(bindings: Bindings) {
  const html = { Accept: "text/html", "Accept-Language": "zh-CN", Origin: origin };
  const member = { name: "林晚", role: "head-office" };
  const { body } = await world.call<{ signInUrl: string }>("POST", "/v1/members", member);
  const send = (path: string, fields: Record<string, string>, headers: object) =>
    fetchWith(bindings, path, {
      method: "POST",
      redirect: "manual",
      headers: { ...html, ...headers },
      body: new URLSearchParams(fields),
    });
  const entered = await send(new URL(body.signInUrl).pathname, { to: "/console" }, {});
  const cookie = { Cookie: entered.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
  const look = async (path = words) =>
    await (await fetchWith(bindings, path, { headers: { ...html, ...cookie } })).text();
  /** Presses the first button of a form that does this, for an option where one is named. */
  const press = async (act: string, text = "") => {
    const page = await look();
    const form = page
      .split("<form")
      .find((one) => one.includes(`name="act" value="${act}"`) && one.includes(text));
    const value = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(form ?? "")?.[1] ?? "";
    const fields = { token: value("token"), revision: value("revision"), act };
    const action = /action="([^"]+)"/.exec(form ?? "")?.[1] ?? "";
    return await send(action, { ...fields, sentence: value("sentence"), text }, cookie);
  };
  return { look, press };
}

const say = (answer: object): Step => ({ content: JSON.stringify(answer) });
const proposed = say({
  1: ["一写作业就坐不住？", "作业时分难以安坐？"],
  2: ["这件事，我们⟦1:今晚八点⟧来聊。", "这件事，我们⟦1:今晚八点⟧免费聊。"],
});
const reading = say({ 1: { out: ["b"], in: [] } });
const drafts = async () => (await world.call<{ drafts: string[] }>("GET", content)).body.drafts;

/** Asks, looks at the page that waits, runs the job, and looks again. */
async function asked(...steps: Step[]) {
  const bindings = await scenario(...steps);
  const desk = await signIn(bindings);
  const answer = await desk.press("ask");
  const place = answer.headers.get("Location") ?? "";
  const waiting = await desk.look(place);
  const jobId = /data-job="\/console\/jobs\/([^"]+)"/.exec(waiting)?.[1] ?? "";
  await deliver("jobs", [jobId], Date.now(), crypto.randomUUID(), bindings);
  return { ...desk, place, waiting, jobId, page: await desk.look(place) };
}

test("no model, no button", async () => {
  const { look } = await signIn(silent);
  expect(await look()).not.toContain("/proposals");
});

test("while the model writes its progress is on the page, also for whoever comes by another way", async () => {
  const { waiting, place, page, look } = await asked(proposed, say({}), reading);
  expect(place).toMatch(/\/words\?job=/);
  expect(waiting).toContain("已完成 0%");
  expect(waiting).not.toContain('value="ask"');
  expect(page).toContain("模型答完了");
  expect(page).toContain('value="ask"');
  expect(await look()).not.toContain("data-job");
});

test("each proposal is shown word by word against its sentence, with what was seen in it", async () => {
  const { page } = await asked(proposed, say({}), reading);
  expect(page).toContain("<del>孩子</del><ins>一</ins>写作业<ins>就</ins>坐不住？");
  expect(page.split("第二遍读时觉得别扭")).toHaveLength(2);
  expect(page).toContain("“免费”是原句没有的承诺");
});

test("all that passed are used in one act, others in place, and vetoed ones come no more", async () => {
  const { page, press, look } = await asked(proposed, say({}), reading);
  expect(page).toContain("全部采用（2 种都通过了）");
  expect((await press("veto", "作业时分难以安坐？")).status).toBe(303);
  expect((await press("approve-all")).headers.get("Location")).toBe(`${words}?done=saved`);
  expect(await drafts()).toEqual([
    "{孩子写作业坐不住？|一写作业就坐不住？}{今晚八点我们聊聊这件事。|这件事，我们今晚八点来聊。}来之前说一声就行。",
  ]);
  const after = await look();
  expect(after).not.toContain("全部采用");
  expect(after).toMatch(/不再用的.*作业时分难以安坐？/s);
});

test("one is approved in place", async () => {
  const { press } = await asked(proposed, say({}), reading);
  expect((await press("approve", "一写作业就坐不住？")).status).toBe(303);
  expect((await drafts())[0]).toContain("{孩子写作业坐不住？|一写作业就坐不住？}");
});

test.each<[string, Step, string]>([
  ["a spent allowance", { status: 429, body: '{"errors":[{"code":4006}]}' }, "今天"],
  ["a plan that is needed", { status: 403, body: '{"errors":[{"code":5035}]}' }, "付费"],
  [
    "an answer that is all thought",
    { body: '{"choices":[{"finish_reason":"length","message":{"content":""}}]}' },
    "思考",
  ],
  ["prose", { content: "Sure! Here are five ideas." }, "读得懂"],
])("%s is told as what it is, in the reader's language", async (_, step, word) => {
  const { page } = await asked(step);
  expect(page).toContain("这一次没有问成");
  const told = /role="alert">(.*?)<\/div>/s.exec(page)?.[1] ?? "";
  expect(told).toContain(word);
  expect(told).not.toContain("data-untold");
});

test("a second reading that fails is told at its sentences", async () => {
  const { page } = await asked(proposed, say({}), { status: 500 });
  expect(page).toContain("第二遍没有读成");
});
