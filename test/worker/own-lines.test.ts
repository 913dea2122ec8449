/** What senders write themselves: kept for the post, shown to head office only where they agree, and never by name. */
import { beforeEach, describe, expect, test } from "vitest";
import { addSender, fetchRaw, freshWorld, newWorkspace, publish, type World } from "./world.ts";

type OwnLine = {
  kind: string;
  contentId: string | null;
  sentenceId: string | null;
  sentence: string | null;
  text: string;
  senders: number;
  masked: boolean;
  failed: { kind: string }[];
};
type Sentence = {
  id: string;
  text: string;
  options: { text: string }[];
  offered: { text: string; from: string; senders?: number }[];
};
type Sender = Awaited<ReturnType<typeof addSender>>;

const DRAFT =
  "{孩子一写作业就磨蹭？|写个作业，孩子能磨蹭半天？}问题多半不在孩子身上。今晚八点，我在视频号里讲讲怎么陪。想听的在下面留个言，我把链接发给你。";
const content = { title: "写作业", body: "## 开始\n\n坐下来。", drafts: [DRAFT] };

let world: World;
let contentId: string;
let senders: Sender[];

const open = (path: string, headers: Record<string, string> = {}) =>
  fetchRaw(path, { headers, redirect: "manual" });

async function jarOf(sender: Sender) {
  const entry = await open(new URL(sender.kitUrl).pathname);
  return entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}
async function act(sender: Sender, method: string, path: string, body: object) {
  return await fetchRaw(path, {
    method,
    headers: { Cookie: await jarOf(sender), Origin: "https://starling.test" },
    body: JSON.stringify(body),
  });
}
const kit = async (sender: Sender, query = "") =>
  await (await open(`/kit${query}`, { Cookie: await jarOf(sender) })).text();
const captionOf = async (sender: Sender) =>
  (await world.call<{ caption: string }>("GET", `/v1/contents/${contentId}/variants/${sender.id}`))
    .body.caption;
const write = (sender: Sender, line: string, shared = false) =>
  act(sender, "PUT", "/kit/lines", { contentId, line, shared });
/** Copies the caption with a sentence said otherwise, and shows it. */
async function copyEdited(sender: Sender, said: string, given = "问题多半不在孩子身上。") {
  await write(sender, "", true);
  await copyOnly(sender, said, given);
}
/** Copies it from a page that says the sender agrees. */
async function copyOnly(sender: Sender, said: string, given = "问题多半不在孩子身上。") {
  const text = (await captionOf(sender)).replace(given, said);
  const answer = await act(sender, "POST", "/kit/copies", {
    contentId,
    version: 1,
    edited: true,
    text,
  });
  expect(answer.status).toBe(204);
}
/** The cookie of somebody of head office who looks at the console. */
async function signIn(): Promise<string> {
  const { body } = await world.call<{ signInUrl: string }>("POST", "/v1/members", {
    name: "Mei",
    role: "head-office",
  });
  const door = await fetchRaw(new URL(body.signInUrl).pathname, {
    method: "POST",
    headers: { Origin: "https://starling.test" },
    body: new URLSearchParams({ to: "/console" }),
    redirect: "manual",
  });
  return door.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}
const ownLines = async (query = "") =>
  (await world.call<{ items: OwnLine[] }>("GET", `/v1/own-lines${query}`)).body.items;
async function sentence(): Promise<Sentence> {
  const { body } = await world.call<{ drafts: { sentences: Sentence[] }[] }>(
    "GET",
    `/v1/contents/${contentId}/sentences`,
  );
  const found = body.drafts[0]?.sentences.find(({ text }) => text === "问题多半不在孩子身上。");
  if (found === undefined) throw new Error("The sentence is gone");
  return found;
}

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  senders = [];
  for (const name of ["林晓雨", "陈默", "周芸"]) senders.push(await addSender(world, name));
  contentId = await publish(world, content);
});
const [first, second, third] = [0, 1, 2].map((at) => () => senders[at] as Sender) as [
  () => Sender,
  () => Sender,
  () => Sender,
];

describe("a line of the sender's own", () => {
  test("is kept for the kit of its sender, and may change", async () => {
    const line = /<input id="line"[^>]*value="([^"]*)"/;
    for (const [written, kept] of [
      [" 我家老大就这样 ", "我家老大就这样"],
      ["你家是不是也这样", "你家是不是也这样"],
      ["", ""],
    ] as const) {
      expect((await write(first(), written)).status).toBe(204);
      expect((await kit(first())).match(line)?.[1]).toBe(kept);
    }
  });

  test.each([
    ["not ticked", false],
    ["ticked, since then too nobody is told whose it was", true],
  ])("is nowhere that head office looks at captions: %s", async (_, shared) => {
    const before = await captionOf(first());
    await write(first(), "我家老大就这样", shared);
    await act(first(), "POST", "/kit/copies", { contentId, version: 1, edited: true });
    const at = `/v1/contents/${contentId}`;
    const looks: [path: string, accept?: string][] = [
      [`${at}/variants/${first().id}`],
      [`${at}/variants`],
      [`${at}/variants`, "text/csv"],
      [`${at}/capacity`],
      [`${at}/report`],
      [`${at}/activity`],
      [`${at}/sentences`],
      [`/v1/senders/${first().id}`],
      ["/v1/own-lines"],
      ["/v1/audit"],
      [`/console/posts/${contentId}/roll-out`, "text/html"],
      [`/console/posts/${contentId}/roll-out?view=list`, "text/html"],
      [`/console/posts/${contentId}/activity`, "text/html"],
      [`/console/posts/${contentId}/words`, "text/html"],
    ];
    const cookie = await signIn();
    for (const [path, accept = "application/json"] of looks) {
      const answer = await open(path, {
        Accept: accept,
        ...(path.startsWith("/console")
          ? { Cookie: cookie }
          : { Authorization: `Bearer ${world.key}` }),
      });
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text(), path).not.toContain("我家老大");
    }
    const made = await world.call("POST", `${at}/variants/${first().id}`);
    expect(made.body).toMatchObject({ caption: before });
  });

  test("is in its field of the kit, and for another post among the earlier ones", async () => {
    await write(first(), "我家老大就这样");
    expect(await kit(first(), `?content=${contentId}`)).toMatch(
      /<input id="line"[^>]*value="我家老大就这样"/,
    );
    await publish(world, { ...content, title: "第二篇" });
    const html = await kit(first());
    expect(html).toMatch(/<input id="line"[^>]*value=""/);
    expect(html).toMatch(/data-earlier[^>]*>我家老大就这样</);
    expect(await kit(second())).not.toContain("我家老大就这样");
  });

  test("is refused with a word that head office bans, in any case and width", async () => {
    await world.call("PATCH", "/v1/workspace", { bannedWords: ["Guarantee"] });
    expect((await write(first(), "ＧＵＡＲＡＮＴＥＥ一下")).status).toBe(422);
    expect((await write(first(), "字".repeat(61))).status).toBe(400);
    expect((await write(first(), "一行\n两行")).status).toBe(400);
  });

  test("is shown to head office only where several wrote it and each agreed", async () => {
    await write(first(), "我家也是", true);
    await write(second(), "我家也是！", false);
    expect(await ownLines()).toEqual([]);
    await write(second(), "我家也是！", true);
    // The newest spelling stands for both.
    expect(await ownLines()).toMatchObject([{ kind: "line", text: "我家也是！", senders: 2 }]);
    await write(first(), "我家也是", false);
    expect(await ownLines()).toEqual([]);
  });

  test("goes with its sender and with its post", async () => {
    await write(first(), "我家也是", true);
    await write(second(), "我家也是", true);
    await world.call("DELETE", `/v1/senders/${first().id}`);
    expect(await ownLines()).toEqual([]);
    await write(third(), "我家也是", true);
    expect(await ownLines()).toHaveLength(1);
    await world.call("DELETE", `/v1/contents/${contentId}`);
    expect(await ownLines()).toEqual([]);
    const copied = { contentId, version: 1, edited: false };
    expect((await act(third(), "POST", "/kit/copies", copied)).status).toBe(404);
  });
});

describe("what senders change", () => {
  test("is offered as an option once several changed the same sentence", async () => {
    await copyEdited(first(), "多半不怪孩子。");
    expect((await sentence()).offered).toEqual([]);
    await copyEdited(second(), "多半不怪孩子。");
    await copyEdited(third(), "这事多半不在孩子。");
    const { id, offered } = await sentence();
    expect(offered).toMatchObject([
      { text: "多半不怪孩子。", from: "senders", senders: 2 },
      { text: "这事多半不在孩子。", from: "senders", senders: 1 },
    ]);
    expect(await ownLines(`?contentId=${contentId}`)).toMatchObject([
      { kind: "edit", sentenceId: id, text: "多半不怪孩子。", senders: 2, masked: false },
      { kind: "edit", sentenceId: id, text: "这事多半不在孩子。", senders: 1 },
    ]);
  });

  test("approved is an option for all, vetoed is not offered again", async () => {
    await copyEdited(first(), "多半不怪孩子。");
    await copyEdited(second(), "这事多半不在孩子。");
    const { id } = await sentence();
    const path = `/v1/contents/${contentId}/sentences/${id}`;
    const { status } = await world.call("PUT", path, {
      approve: ["多半不怪孩子。"],
      veto: ["这事多半不在孩子。"],
      confirm: true,
    });
    expect(status).toBe(200);
    expect(await sentence()).toMatchObject({
      options: [{ text: "多半不怪孩子。" }],
      offered: [],
      vetoed: ["这事多半不在孩子。"],
    });
    expect(await ownLines()).toEqual([]);
  });

  test("is kept only where its sender shows it", async () => {
    for (const sender of [first(), second()]) {
      await act(sender, "POST", "/kit/copies", { contentId, version: 1, edited: true });
    }
    expect(await ownLines()).toEqual([]);
    await copyEdited(first(), "多半不怪孩子。");
    await copyEdited(second(), "多半不怪孩子。");
    expect(await ownLines()).toHaveLength(1);
    // Taking the tick away takes the edits back, and a page that still shows it brings none again.
    await write(second(), "", false);
    expect(await ownLines()).toEqual([]);
    await copyOnly(second(), "多半不怪孩子。");
    expect(await ownLines()).toEqual([]);
    expect(await kit(second())).not.toMatch(/id="shared"[^>]*checked/);
  });

  test("tells no name and no figure of its own, and what is masked cannot be an option", async () => {
    await world.call("POST", "/v1/contacts", { senderId: first().id, name: "赵小满" });
    await copyEdited(first(), "小满说了，多半不怪孩子。");
    await copyEdited(second(), "多半不怪孩子，问了12家都是。");
    const all = await ownLines();
    expect(all.map(({ text, masked }) => [text, masked]).sort()).toEqual([
      ["○○说了，多半不怪孩子。", true],
      ["多半不怪孩子，问了○○都是。", true],
    ]);
    expect((await sentence()).offered).toEqual([]);
  });

  test("that says other facts is told by its word", async () => {
    const given = "今晚八点，我在视频号里讲讲怎么陪。";
    await copyEdited(first(), "今晚，我在视频号里讲怎么陪。", given);
    await copyEdited(second(), "今晚，我在视频号里讲怎么陪。", given);
    const [one] = await ownLines();
    expect(one?.failed.map(({ kind }) => kind)).toContain("facts");
  });
});

test("a post's kind is guessed from its words until its author says it, and decides the question", async () => {
  const path = `/v1/contents/${contentId}`;
  const kindOf = async () =>
    (await world.call<{ kind: string; kindGuessed: boolean }>("GET", path)).body;
  expect(await kindOf()).toMatchObject({ kind: "event", kindGuessed: true });
  await world.call("PATCH", path, { kind: "hiring" });
  expect(await kindOf()).toMatchObject({ kind: "hiring", kindGuessed: false });
  await world.call("PATCH", path, { title: "写作业与陪伴" });
  expect(await kindOf()).toMatchObject({ kind: "hiring", kindGuessed: false });
  await publish(world, { ...content, kind: "greeting" });
  expect(await kit(first())).toMatch(/这一年，你最想谢谁？|今天你打算怎么过？|你想对谁多说一句？/);
  await world.call("PATCH", path, { kind: null });
  expect(await kindOf()).toMatchObject({ kind: "event", kindGuessed: true });
});
