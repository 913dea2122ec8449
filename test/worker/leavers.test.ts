/** Who leaves hands over, or their links are withdrawn; nobody's name and phone stay where they are gone. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { holdQueue, openPage, readAndAgree } from "./people.ts";
import { addLink, addSender, freshWorld, newWorkspace, publish, type World } from "./world.ts";

type Sender = { id: string; kitUrl: string };
type Link = { code: string; senderId: string };

let world: World;
let leaver: Sender;
let heir: Sender;
let contentId: string;
let contactId: string;
let queued: string[];

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  world = await newWorkspace({ name: "早安家居" });
  leaver = await addSender(world, "林夏", { phone: "13800000001", title: "顾问" });
  heir = await addSender(world, "周宁", { phone: "13900000002" });
  contentId = await publish(world);
  const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
    senderId: leaver.id,
    name: "悠悠妈妈",
  });
  contactId = contact.body.id;
  queued = holdQueue();
});

const linkOf = (sender: Sender, more: object = {}) =>
  addLink(world, { contentId, senderId: sender.id, ...more });
const handOver = (to: string | null, from = leaver.id) =>
  world.call<{ links: number }>("POST", `/v1/senders/${from}/handover`, { to });
const links = async (senderId: string) =>
  (await world.call<{ items: Link[] }>("GET", `/v1/links?senderId=${senderId}`)).body.items;

describe("who leaves hands over", () => {
  test("every shared address works on, with the new person's card at once", async () => {
    const own = await linkOf(leaver, { channel: "chat", contactId });
    const both = await linkOf(leaver);
    await linkOf(heir);
    expect((await openPage(own.code)).html).toContain("13800000001");
    expect((await openPage(both.code)).html).toContain("林夏");
    expect((await handOver(heir.id)).body).toMatchObject({ to: heir.id, links: 2 });
    for (const { code } of [own, both]) {
      const { html } = await openPage(code);
      expect(html).toContain("周宁");
      expect(html).toContain("13900000002");
      expect(html).not.toContain("林夏");
      expect(html).not.toContain("13800000001");
    }
    expect((await links(heir.id)).map(({ code }) => code)).toContain(own.code);
    expect((await world.call("GET", `/v1/senders/${leaver.id}`)).status).toBe(404);
  });

  test("contacts move, and readers are told as who took over from then on, and not before", async () => {
    const { code } = await linkOf(leaver);
    // The heir has such a link already, so that this one keeps its first owner.
    await linkOf(heir);
    await readAndAgree(code, queued);
    await handOver(heir.id);
    await readAndAgree(code, queued);
    const { body } = await world.call<{ items: { senderId: string }[] }>("GET", "/v1/visits");
    expect(body.items.map(({ senderId }) => senderId)).toEqual([heir.id, leaver.id]);
    const contact = await world.call<{ senderId: string }>("GET", `/v1/contacts/${contactId}`);
    expect(contact.body.senderId).toBe(heir.id);
    const viewers = await world.call<{ items: object[] }>("GET", `/v1/viewers?senderId=${heir.id}`);
    expect(viewers.body.items).toHaveLength(2);
  });

  test("and whoever took over may leave, too", async () => {
    const { code } = await linkOf(leaver);
    await linkOf(heir);
    await handOver(heir.id);
    const third = await addSender(world, "陈晨");
    await handOver(third.id, heir.id);
    expect((await openPage(code)).html).toContain("陈晨");
  });

  test("not to themselves, to nobody known, nor to another workspace's sender", async () => {
    const other = await addSender(await newWorkspace(), "X");
    expect((await handOver(leaver.id)).status).toBe(422);
    expect((await handOver(other.id)).status).toBe(404);
    expect((await handOver("anobody2345")).status).toBe(404);
    expect((await world.call("GET", `/v1/senders/${leaver.id}`)).status).toBe(200);
  });
});

describe("a page that was opened a moment ago", () => {
  const shown = async (code: string) => {
    const { html } = await openPage(code);
    return ["林夏", "13800000001", "周宁", "早安家居"].filter((words) => html.includes(words));
  };

  test("shows a deleted sender no more, at once", async () => {
    const { code } = await linkOf(leaver);
    expect(await shown(code)).toEqual(["林夏", "13800000001", "早安家居"]);
    await world.call("DELETE", `/v1/senders/${leaver.id}`);
    expect(await shown(code)).toEqual(["早安家居"]);
  });

  test("nor one who had taken it over", async () => {
    const { code } = await linkOf(leaver);
    // The heir has such a link already, so that this one stays the leaver's.
    await linkOf(heir);
    await handOver(heir.id);
    expect(await shown(code)).toContain("周宁");
    await world.call("DELETE", `/v1/senders/${heir.id}`);
    expect(await shown(code)).toEqual(["早安家居"]);
  });

  test("leads nowhere as soon as the sender's links are withdrawn", async () => {
    const { code } = await linkOf(leaver);
    expect(await shown(code)).toContain("林夏");
    await handOver(null);
    const { token } = await openPage(code);
    expect(token).toBe("");
    expect(await shown(code)).not.toContain("林夏");
  });

  test("shows a sender's new name and number", async () => {
    const { code } = await linkOf(leaver);
    expect(await shown(code)).toContain("林夏");
    await world.call("PATCH", `/v1/senders/${leaver.id}`, { name: "林夏天", phone: "13700000003" });
    const { html } = await openPage(code);
    expect(html).toContain("林夏天");
    expect(html).not.toContain("13800000001");
  });
});
