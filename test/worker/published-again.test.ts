/** What becomes of a sender's wording, and of having copied it, when a post is withdrawn and published again. */
import { beforeEach, expect, test } from "vitest";
import {
  addSender,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  publishAgain,
  sampleContent,
  type World,
} from "./world.ts";

type Sender = Awaited<ReturnType<typeof addSender>>;
type Variants = { items: { sender: { id: string }; variant: { caption: string } | null }[] };
type Activity = { items: { senderId: string; copiedAt: string | null }[] };

let world: World;
let senders: Sender[];
let id: string;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  senders = [];
  for (const [at, name] of ["林晓雨", "陈默", "周芸", "何田"].entries()) {
    senders.push(await addSender(world, name, { team: at % 2 ? "西区" : "东区" }));
  }
  id = await publish(world);
});

const gone = "is not in the version published since";
const captions = async () => {
  const { body } = await world.call<Variants>("GET", `/v1/contents/${id}/variants`);
  return new Map(body.items.map(({ sender, variant }) => [sender.id, variant?.caption]));
};
const withdraw = () => world.call("POST", `/v1/contents/${id}/withdraw`);

async function cookieOf(sender: Sender) {
  const entry = await fetchRaw(new URL(sender.kitUrl).pathname, { redirect: "manual" });
  return entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}
async function kit(sender: Sender, query = "") {
  const headers = { Cookie: await cookieOf(sender), "Accept-Language": "en" };
  return await (await fetchRaw(`/kit${query}`, { headers })).text();
}
async function copy(sender: Sender, version: number) {
  const answer = await fetchRaw("/kit/copies", {
    method: "POST",
    headers: { Cookie: await cookieOf(sender), Origin: origin },
    body: JSON.stringify({ contentId: id, version, edited: false }),
  });
  expect(answer.status).toBe(204);
}
const posts = async () =>
  (await world.call<Activity>("GET", `/v1/contents/${id}/activity`)).body.items.filter(
    ({ copiedAt }) => copiedAt !== null,
  );

test("unchanged, everybody keeps their wording, and who copied it has copied it", async () => {
  const before = await captions();
  await copy(senders[0]!, 1);
  await withdraw();
  await publishAgain(world, id);
  expect(await captions()).toEqual(before);
  const html = await kit(senders[0]!);
  expect(html).toMatch(/data-version="2"/);
  expect(html).not.toContain(gone);
  expect(await posts()).toMatchObject([{ senderId: senders[0]!.id }]);
});

/** Of so many wordings that keeping one costs nobody a distance: where they are short, how many it serves comes first. */
const rich =
  "{姐妹们|宝子们|亲们|朋友们}，{今天|刚刚|这两天}{给大家|来跟大家|和你们}{分享|聊聊|说说}{我们家|咱家|店里}的新款防晒衣，" +
  "{真的很|特别|超级}{轻薄|透气轻便}，{穿上身|上身以后|穿出门}{完全没有闷热感|一点都不闷|不会觉得闷}。" +
  "{喜欢的|想要的|有兴趣的}{私信我|找我|留言给我}{就行|即可|就可以啦}。";

test("with somebody who joined in between, all others keep theirs and no two are equal", async () => {
  id = await publish(world, { ...sampleContent, title: "防晒衣", drafts: [rich] });
  await copy(senders[1]!, 1);
  const late = await addSender(world, "新来的", { team: "东区" });
  await world.call("POST", `/v1/contents/${id}/variants/${late.id}`);
  const before = await captions();
  await withdraw();
  await addSender(world, "又一位", { team: "西区" });
  await publishAgain(world, id);
  const after = await captions();
  for (const [sender, caption] of before) expect(after.get(sender)).toBe(caption);
  expect(after.size).toBe(6);
  expect(new Set(after.values()).size).toBe(6);
});

test("with other words, whoever copied what is gone is told so, and counts as not having copied", async () => {
  await copy(senders[2]!, 1);
  await withdraw();
  await world.call("PATCH", `/v1/contents/${id}`, {
    drafts: [
      "{下雨天|雨天}{在家|不出门}，{试试|来玩}{这个游戏|这个}。{步骤|做法}{在文章里|都写好了}。",
    ],
  });
  await publishAgain(world, id);
  expect(await kit(senders[2]!)).toContain(gone);
  expect(await kit(senders[3]!)).not.toContain(gone);
});

test("a kit that is asked for a withdrawn post says so, with the others, and shows none in its place", async () => {
  const other = await publish(world, { ...sampleContent, title: "另一篇" });
  await world.call("PATCH", `/v1/contents/${id}`, { title: "还没有发布的标题" });
  await withdraw();
  const html = await kit(senders[0]!, `?content=${id}`);
  expect(html).toContain(`Head office withdrew “${sampleContent.title}” today`);
  expect(html).not.toContain("还没有发布的标题");
  expect(html).toContain(`/kit?content=${other}`);
  expect(html).not.toContain("data-caption");
  expect(html).not.toContain('aria-current="page"');
});

test("a kit that is asked for a deleted post, or one that was never published, tells nothing of it", async () => {
  const draft = await world.call<{ id: string }>("POST", "/v1/contents", {
    ...sampleContent,
    title: "草稿",
  });
  await world.call("DELETE", `/v1/contents/${id}`);
  for (const one of [id, draft.body.id]) {
    const html = await kit(senders[0]!, `?content=${one}`);
    expect(html).toContain("What you asked for is gone");
    expect(html).toContain("There is nothing else to share now.");
    expect(html).not.toContain("草稿");
  }
});
