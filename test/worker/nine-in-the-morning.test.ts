/** A new post is out, and everybody opens their kit in the same minute. */
import { beforeEach, describe, expect, test } from "vitest";
import {
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

type Sender = { id: string; kitUrl: string };
type Variant = { caption: string; link: { code: string } };

/** Six places with three wordings each: 729 texts, of which many differ enough. */
const rich = {
  title: "A better night",
  body: "## Dim the lights\n\nAn hour before bed, turn off half of them.",
  drafts: [
    "{Sleeping badly again?|Lying awake for hours?|Tired before the day begins?} " +
      "{These small steps helped me more than any pill.|A few quiet habits changed my evenings.|What works is simpler than I thought.} " +
      "{Dim the lamps,|Leave the telephone in the hall,|Open a window before bed,} " +
      "{read something that has no screen,|let the kettle be the last noise,|put the worries on paper,} " +
      "{and give it a whole week.|and be patient with yourself.|and notice how mornings change.} " +
      "{Ask me if you get stuck.|Tell me how it goes for you.|Write when you have tried it.}",
  ],
};

let world: World;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
});

async function addSenders(count: number, team = (i: number) => `Team ${i % 4}`): Promise<Sender[]> {
  const senders = Array.from({ length: count }, (_, i) => ({ name: `S${i}`, team: team(i) }));
  const { body } = await world.call<{ results: { sender: Sender }[] }>("POST", "/v1/senders/bulk", {
    senders,
  });
  return body.results.map(({ sender }) => sender);
}

const variantOf = (content: string, sender: string) => `/v1/contents/${content}/variants/${sender}`;

async function rowsHeld(): Promise<number[]> {
  const { results } = await env.DB_A.prepare(
    "SELECT count(*) AS n FROM assignments GROUP BY content_id, version, row",
  ).all<{ n: number }>();
  return results.map(({ n }) => n);
}

describe("a hundred people at once", () => {
  test("who were there at publishing open their kits, each with words of their own", async () => {
    const senders = await addSenders(100);
    await publish(world, rich);
    const pages = await Promise.all(
      senders.map(async ({ kitUrl }) => {
        const swapped = await fetchRaw(new URL(kitUrl).pathname);
        const cookie = (swapped.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
        const page = await fetchRaw("/kit", { headers: { Cookie: cookie } });
        const html = await page.text();
        return { status: page.status, caption: /<textarea[^>]*>([^<]*)</.exec(html)?.[1] };
      }),
    );
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    expect(pages.every(({ caption }) => caption)).toBe(true);
    expect(new Set(pages.map(({ caption }) => caption)).size).toBe(100);
    expect(Math.max(...(await rowsHeld()))).toBe(1);
  });

  test("who joined afterwards get theirs in the same second, and nobody gets another's", async () => {
    await addSender(world);
    const id = await publish(world, rich);
    const late = await addSenders(100);
    const answers = await Promise.all(
      late.map((sender) => world.call<Variant>("POST", variantOf(id, sender.id))),
    );
    expect(answers.map(({ status }) => status)).toEqual(late.map(() => 200));
    const again = await Promise.all(
      late.map((sender) => world.call<Variant>("GET", variantOf(id, sender.id))),
    );
    expect(again.map(({ body }) => body.caption)).toEqual(answers.map(({ body }) => body.caption));
    expect(new Set(answers.map(({ body }) => body.link.code)).size).toBe(100);
  });

  test("are added at once, each on a seat of their own", async () => {
    const added = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        world.call<{ seat: number }>("POST", "/v1/senders", { name: `S${i}` }),
      ),
    );
    expect(added.map(({ status }) => status)).toEqual(added.map(() => 201));
    const seats = added.map(({ body }) => body.seat).sort((a, b) => a - b);
    expect(seats).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });
});

describe("a text with fewer wordings than senders", () => {
  const poor = { ...rich, drafts: ["{Good|Fine} night's sleep, four small steps."] };

  test("serves everybody; a team shares a wording only where there is no other", async () => {
    const senders = await addSenders(4, (i) => (i < 2 ? "North" : "South"));
    const id = await publish(world, poor);
    const captions = await Promise.all(
      senders.map(async ({ id: sender }) => {
        const { status, body } = await world.call<Variant>("GET", variantOf(id, sender));
        expect(status).toBe(200);
        return body.caption;
      }),
    );
    expect(new Set(captions).size).toBe(2);
    expect(captions[0]).not.toBe(captions[1]);
    expect(captions[2]).not.toBe(captions[3]);
  });

  test("serves who joins later too, apart from their team while that can be", async () => {
    const [first] = await addSenders(1, () => "North");
    const id = await publish(world, poor);
    const [second, third] = await addSenders(2, () => "North");
    const caption = async (method: string, sender: Sender | undefined) =>
      (await world.call<Variant>(method, variantOf(id, sender?.id ?? ""))).body.caption;
    const held = await caption("GET", first);
    expect(await caption("POST", second)).not.toBe(held);
    expect(await caption("POST", third)).toBeTruthy();
  });
});

describe("looking", () => {
  test("makes neither a wording nor a link", async () => {
    await addSender(world);
    const id = await publish(world, rich);
    const { body: late } = await world.call<Sender>("POST", "/v1/senders", { name: "Late" });
    const count = async () =>
      await env.DB_A.prepare(
        "SELECT (SELECT count(*) FROM links) AS links, (SELECT count(*) FROM assignments) AS rows",
      ).first();
    // Whatever the job of the new sender does, it has done now.
    const { results } = await env.DB_A.prepare("SELECT id FROM jobs WHERE kind = 'deal'").all<{
      id: string;
    }>();
    await deliver(
      "jobs",
      results.map((job) => job.id),
    );
    const before = await count();
    for (const path of [
      variantOf(id, late.id),
      `${variantOf(id, late.id)}?channel=chat`,
      `/v1/contents/${id}/variants?channel=print`,
      `/v1/contents/${id}/variants?limit=200`,
    ]) {
      await world.call("GET", path);
    }
    expect(await count()).toEqual(before);
    const missing = await world.call<{ code: string }>(
      "GET",
      `${variantOf(id, late.id)}?channel=chat`,
    );
    expect([missing.status, missing.body.code]).toEqual([409, "not-dealt"]);
  });

  test("a key that may only read cannot make a variant", async () => {
    const sender = await addSender(world);
    const id = await publish(world, rich);
    const { body } = await world.call<{ key: string }>("POST", "/v1/api-keys", {
      name: "CRM",
      scopes: ["read"],
    });
    const { status } = await world.call("POST", variantOf(id, sender.id), undefined, {
      key: body.key,
    });
    expect(status).toBe(403);
  });

  test("a new sender's wording and link of what is shared are made by a job", async () => {
    await addSender(world);
    const id = await publish(world, rich);
    const { body: late } = await world.call<Sender>("POST", "/v1/senders", { name: "Late" });
    const { results } = await env.DB_A.prepare(
      "SELECT id FROM jobs WHERE kind = 'deal' ORDER BY created_at",
    ).all<{ id: string }>();
    await deliver(
      "jobs",
      results.map((job) => job.id),
    );
    const { status, body } = await world.call<Variant>("GET", variantOf(id, late.id));
    expect([status, body.caption.length > 50]).toEqual([200, true]);
  });
});
