/** Pictures of which each sender shows their own selection, or an order of their own. */
import { beforeAll, expect, test } from "vitest";
import { unusualJpeg } from "../unit/variation/image/encode.ts";
import {
  addSender,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publishAgain,
  sampleContent,
  type World,
} from "./world.ts";

type Own = { texture: number; advice: { kind: string; text: string }[] };
type Uploaded = { id: string; own: Own };
type Variant = { images: { id: string; url: string }[]; link: { url: string } };

/** A plain white PNG: nothing of it could differ unseen. */
const plain = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADklEQVQImWPoAAMGCAUALK4GYSSeFPoAAAAASUVORK5CYII=",
  ),
  (letter) => letter.charCodeAt(0),
);

let world: World;
beforeAll(async () => {
  await freshWorld();
  world = await newWorkspace();
});

async function upload(contentId: string, bytes: Uint8Array): Promise<Uploaded> {
  const headers = { Authorization: `Bearer ${world.key}`, "Content-Type": "image/jpeg" };
  const path = `/v1/contents/${contentId}/images`;
  const response = await fetchRaw(path, { method: "POST", headers, body: bytes });
  expect(response.status).toBe(201);
  return await response.json();
}

async function contentOf(pictures: number, imageDeal: string) {
  const made = await world.call<{ id: string }>("POST", "/v1/contents", {
    ...sampleContent,
    imageDeal,
  });
  const { id } = made.body;
  const images: string[] = [];
  for (let i = 0; i < pictures; i++) {
    const photo = unusualJpeg({ width: 64 + 16 * i, height: 64, h: 2, v: 2 });
    images.push((await upload(id, photo)).id);
  }
  return { id, images };
}

async function variantOf(contentId: string, senderId: string) {
  return (await world.call<Variant>("GET", `/v1/contents/${contentId}/variants/${senderId}`)).body;
}

test("an upload says that nothing of it could be anybody's own, and what helps", async () => {
  const { id } = await contentOf(0, "same");
  const { own } = await upload(id, plain);
  expect(own.texture).toBe(0);
  expect(own.advice.map(({ kind }) => kind)).toEqual(["components", "one", "order"]);
  for (const { text } of own.advice) expect(text).toMatch(/\.$/);

  await world.call("PATCH", `/v1/contents/${id}`, { imageDeal: "order" });
  const content = await world.call<{ imageDeal: string; images: Uploaded[] }>(
    "GET",
    `/v1/contents/${id}`,
  );
  expect(content.body.imageDeal).toBe("order");
  expect(content.body.images[0]?.own).toEqual({ texture: 0, advice: [] });
});

test("one of several posters is dealt evenly, kept when the content is published again, and is what readers see", async () => {
  const { id, images } = await contentOf(3, "one");
  const team = { team: "posters" };
  const senders = await Promise.all(
    Array.from({ length: 4 }, (_, i) => addSender(world, `P${i}`, team)),
  );
  await publishAgain(world, id);
  const late = [await addSender(world, "late", team), await addSender(world, "later", team)];
  for (const { id: sender } of late) {
    await world.call("POST", `/v1/contents/${id}/variants/${sender}`);
  }
  const all = [...senders, ...late];
  const shown = await Promise.all(all.map((sender) => variantOf(id, sender.id)));
  const posters = shown.map((variant) => variant.images.map((image) => image.id).join());
  for (const image of images) expect(posters.filter((one) => one === image)).toHaveLength(2);

  const [first] = shown;
  const opened = await fetchRaw(new URL(first?.link.url ?? "").pathname, { redirect: "manual" });
  const page = await (await fetchRaw(opened.headers.get("Location") ?? "")).text();
  expect(page).toContain(`property="og:image" content="${first?.images[0]?.url}"`);

  await world.call("PATCH", `/v1/contents/${id}`, { title: "Another title" });
  await publishAgain(world, id);
  const again = await Promise.all(senders.map((sender) => variantOf(id, sender.id)));
  expect(again.map((variant) => variant.images[0]?.id)).toEqual(posters.slice(0, 4));
});

test("the order of several pictures is each sender's own, in the kit too; what is published keeps how it was dealt", async () => {
  const { id, images } = await contentOf(4, "order");
  const senders = await Promise.all(
    Array.from({ length: 4 }, (_, i) => addSender(world, `O${i}`, { team: "orders" })),
  );
  await publishAgain(world, id);
  const shown = await Promise.all(senders.map((sender) => variantOf(id, sender.id)));
  const orders = shown.map((variant) => variant.images.map((image) => image.id));
  for (const order of orders) expect([...order].sort()).toEqual([...images].sort());
  expect(new Set(orders.map(String)).size).toBe(4);
  expect(new Set(orders.map(([first]) => first)).size).toBe(4);

  const kit = await fetchRaw(new URL(senders[1]?.kitUrl ?? "").pathname, { redirect: "manual" });
  const cookie = kit.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const page = await (await fetchRaw(`/kit?content=${id}`, { headers: { Cookie: cookie } })).text();
  const places = shown[1]?.images.map(({ url }) => page.indexOf(new URL(url).pathname)) ?? [];
  expect(places[0]).toBeGreaterThan(0);
  expect(places).toEqual([...places].sort((a, b) => a - b));

  await world.call("PATCH", `/v1/contents/${id}`, { imageDeal: "same" });
  expect((await variantOf(id, senders[0]?.id ?? "")).images.map((image) => image.id)).toEqual(
    orders[0],
  );
});
