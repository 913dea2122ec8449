import jpegJs from "jpeg-js";
import jsqr from "jsqr";
import { beforeAll, describe, expect, test } from "vitest";
import { varyBytes } from "../../src/integrations/image-kernel.ts";
import { unusualJpeg } from "../unit/variation/image/encode.ts";
import { goldenCase, goldenHash, hexHash } from "../unit/variation/image/golden.ts";
import {
  addSender,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publishAgain,
  sampleContent,
  type World,
} from "./world.ts";

const photo = unusualJpeg({ width: 640, height: 480, h: 2, v: 2 });
/** A gray 2 × 2 PNG. */
const png = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADklEQVQImWPoAAMGCAUALK4GYSSeFPoAAAAASUVORK5CYII=",
  ),
  (letter) => letter.charCodeAt(0),
);

type Uploaded = { id: string; width: number; height: number; url: string };
type Problem = {
  status: number;
  code: string;
  detail: string;
  errors?: { path: string; message: string }[];
};

function post(at: World, path: string, bytes: Uint8Array, type = "image/jpeg") {
  const headers = { Authorization: `Bearer ${at.key}`, "Content-Type": type };
  return fetchRaw(path, { method: "POST", headers, body: bytes });
}

async function upload(at: World, contentId: string, bytes = photo): Promise<Uploaded> {
  const response = await post(at, `/v1/contents/${contentId}/images`, bytes);
  expect(response.status).toBe(201);
  return await response.json();
}

async function newContent(at: World): Promise<string> {
  return (await at.call<{ id: string }>("POST", "/v1/contents", sampleContent)).body.id;
}

async function pictureAt(url: string): Promise<Uint8Array> {
  const response = await fetchRaw(new URL(url).pathname);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

let world: World;
beforeAll(async () => {
  await freshWorld();
  world = await newWorkspace();
});

describe("an upload", () => {
  test("tells its size and is served upright, for ever", async () => {
    const { url, width, height } = await upload(world, await newContent(world));
    expect({ width, height }).toEqual({ width: 640, height: 480 });
    const path = new URL(url).pathname;
    const response = await fetchRaw(path);
    expect(response.headers.get("Content-Type")).toBe("image/jpeg");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=300, must-revalidate");
    const { width: shown } = jpegJs.decode(new Uint8Array(await response.arrayBuffer()));
    expect(shown).toBe(640);
    const etag = response.headers.get("ETag") ?? "";
    const again = await fetchRaw(path, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    const head = await fetchRaw(path, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("of a PNG becomes a JPEG", async () => {
    const response = await post(
      world,
      `/v1/contents/${await newContent(world)}/images`,
      png,
      "image/png",
    );
    const { url, width } = await response.json<Uploaded>();
    expect(width).toBe(2);
    expect(jpegJs.decode(await pictureAt(url)).height).toBe(2);
  });

  const bomb = photo.slice();
  bomb.set(
    [0xea, 0x60, 0xea, 0x60],
    bomb.findIndex((byte, i) => byte === 0xff && bomb[i + 1] === 0xc0) + 5,
  );
  const flipped = png.slice();
  flipped[70] = (flipped[70] as number) ^ 1;
  test.each([
    ["zero bytes", new Uint8Array(0), 422, "image-empty"],
    ["SVG", new TextEncoder().encode("<svg/>"), 415, "image-type-unsupported"],
    ["a bomb", bomb, 413, "image-too-large"],
    ["half a file", photo.subarray(0, photo.length >> 1), 422, "image-truncated"],
    ["a PNG with a flipped bit", flipped, 422, "image-damaged"],
    [
      "a file that ends early inside",
      Uint8Array.of(...photo.subarray(0, 2000), 0xff, 0xd9),
      422,
      "image-truncated",
    ],
  ])("of %s is refused with its reason", async (_, bytes, status, reason) => {
    for (const path of [
      `/v1/contents/${await newContent(world)}/images`,
      "/v1/variations/image?seed=1",
    ]) {
      const response = await post(world, path, bytes);
      const problem = await response.json<Problem>();
      expect(response.status).toBe(status);
      expect(problem.errors?.[0]?.message).toBe(reason);
      expect(problem.detail).toMatch(/\.$/);
    }
  });

  test.each([
    ["one file", [photo], 201],
    ["no file", [], 422],
    ["two files", [photo, png], 422],
  ])("in a form with %s is answered %3$i", async (_, files, status) => {
    const form = new FormData();
    form.set("note", "a field that is no file");
    for (const file of files) form.append("file", new File([file], "poster", { type: "image/x" }));
    const path = `/v1/contents/${await newContent(world)}/images`;
    const headers = { Authorization: `Bearer ${world.key}` };
    const response = await fetchRaw(path, { method: "POST", headers, body: form });
    expect(response.status).toBe(status);
    if (status === 201) expect((await response.json<Uploaded>()).width).toBe(640);
  });

  test("in a form without its boundary is malformed", async () => {
    const path = `/v1/contents/${await newContent(world)}/images`;
    expect((await post(world, path, photo, "multipart/form-data")).status).toBe(400);
  });

  test("that is taken out again leaves nothing behind", async () => {
    const before = (await env.MEDIA.list()).objects.length;
    const content = await newContent(world);
    const { id, url } = await upload(world, content);
    // The base, and a smaller one for grids.
    expect((await env.MEDIA.list()).objects).toHaveLength(before + 2);
    await world.call("DELETE", `/v1/contents/${content}/images/${id}`);
    expect((await env.MEDIA.list()).objects).toHaveLength(before);
    expect(url).toContain("/i/");
  });

  test("goes with its content", async () => {
    const before = (await env.MEDIA.list()).objects.length;
    const content = await newContent(world);
    await upload(world, content);
    await publishAgain(world, content);
    await world.call("DELETE", `/v1/contents/${content}`);
    expect((await env.MEDIA.list()).objects).toHaveLength(before);
  });
});

describe("the places on an image", () => {
  test("are refused where a code would not scan or the two overlap", async () => {
    const content = await newContent(world);
    const { id } = await upload(world, content);
    const path = `/v1/contents/${content}/images/${id}`;
    const small = await world.call<Problem>("PATCH", path, { qr: { x: 0, y: 0, size: 60 } });
    expect([small.status, small.body.code]).toEqual([422, "invalid"]);
    const over = {
      qr: { x: 0, y: 0, size: 200 },
      line: { x: 100, y: 100, width: 200, height: 40 },
    };
    expect((await world.call("PATCH", path, over)).status).toBe(422);
  });
});

describe("components", () => {
  const code = { type: "qr", x: 400, y: 240, width: 220, height: 220 };
  const name = { type: "text", x: 20, y: 400, width: 360, height: 60, text: "{name} · {title}" };
  const onCard = { ...name, background: { shape: "rounded", color: "#FFF8E0", opacity: 100 } };

  async function placing(components: unknown) {
    const content = await newContent(world);
    const { id } = await upload(world, content);
    const path = `/v1/contents/${content}/images/${id}`;
    const answer = await world.call<Problem & Record<string, unknown>>("PATCH", path, {
      components,
    });
    return { content, path, ...answer };
  }

  test("are shown with all that was left out, in the order they lie in", async () => {
    const { status, body, path } = await placing([onCard, code]);
    expect(status).toBe(200);
    expect(body.components).toEqual([
      {
        ...name,
        background: { shape: "rounded", color: "#fff8e0", opacity: 100 },
        color: "#222222",
        align: "left",
        least: 14,
        most: 46,
        lines: 1,
      },
      {
        ...code,
        color: "#000000",
        background: { shape: "plain", color: "#ffffff", opacity: 100 },
      },
    ]);
    const again = await world.call<Record<string, unknown>>("GET", path);
    expect(again.body.components).toEqual(body.components);
  });

  test.each([
    ["a code too small to scan", { ...code, width: 100 }, "components[0]", /needs \d+ pixels/],
    ["letters too small to read", { ...onCard, least: 8 }, "components[0].least", /14 pixels/],
    ["a place too low", { ...onCard, height: 12 }, "components[0].height", /19 pixels high/],
    ["a field nobody has", { ...onCard, text: "{nmae}" }, "components[0].text", /\{name\}/],
    ["a place beyond", { ...code, x: 500 }, "components[0]", /640 × 480/],
    ["pale type", { ...onCard, color: "#ffe0c0" }, "components[0].color", /contrast/],
    [
      "a light code",
      { ...code, color: "#ffffff", background: { shape: "plain", color: "#000000" } },
      "components[0].color",
      /darker/,
    ],
    ["a portrait nobody makes out", { ...code, type: "avatar", width: 20 }, "components[0]", /40/],
  ])("are refused for %s", async (_, component, path, message) => {
    const { status, body } = await placing([component]);
    expect(status).toBe(422);
    expect(body.errors?.[0]).toMatchObject({ path });
    expect(body.errors?.[0]?.message).toMatch(message);
  });

  test("are refused where one lies over the code, and where type cannot be told from the picture", async () => {
    const over = await placing([code, { ...onCard, y: 260, x: 300 }]);
    expect([over.status, over.body.errors?.[0]?.path]).toEqual([422, "components[0]"]);
    const bare = await placing([{ ...name, color: "#808080" }]);
    expect(bare.body.errors?.[0]?.path).toBe("components[0].color");
  });

  test("and marks do not mix", async () => {
    const { path } = await placing([code]);
    const qr = { x: 400, y: 240, size: 220 };
    expect((await world.call("PATCH", path, { qr })).status).toBe(409);
    expect((await world.call("PATCH", path, { components: null, qr })).status).toBe(200);
    expect((await world.call("PATCH", path, {})).status).toBe(200);
  });

  test("are drawn for each sender, and who cannot be drawn is told before", async () => {
    const other = await newWorkspace();
    const arabic = await addSender(other, "محمد", {});
    const { id: senderId } = await addSender(other, "藺燾 Łucja");
    const content = await newContent(other);
    const { id } = await upload(other, content);
    const path = `/v1/contents/${content}/images/${id}`;
    const placed = await other.call<{ undrawn: { count: number; senders: unknown[] } }>(
      "PATCH",
      path,
      { components: [onCard, code] },
    );
    expect(placed.body.undrawn).toEqual({
      count: 1,
      senders: [{ senderId: arabic.id, characters: [], scripts: ["Arabic"], lacksPortrait: false }],
    });
    const shown = await other.call<Record<string, unknown>>("GET", `/v1/senders/${arabic.id}`);
    expect(shown.body.undrawn).toEqual({ characters: [], scripts: ["Arabic"] });

    const preview = await other.call<Uploaded>("GET", `${path}/preview?senderId=${senderId}`);
    expect(preview.body.width).toBe(640);
    const before = jpegJs.decode(await pictureAt(preview.body.url), { useTArray: true });
    expect(before.data[(430 * 640 + 374) * 4]).toBeGreaterThan(240);

    const { undrawn: told } = await publishAgain(other, content);
    expect(told).toEqual(placed.body.undrawn);
    const own = async (sender: string) => {
      const { body } = await other.call<{
        images: { url: string; preview: { url: string }; thumbnail: Uploaded }[];
        link: { url: string };
      }>("GET", `/v1/contents/${content}/variants/${sender}`);
      return body;
    };
    const drawn = await own(senderId);
    const picture = jpegJs.decode(await pictureAt(drawn.images[0]?.url ?? ""), { useTArray: true });
    const at = (x: number, y: number) => [...picture.data.subarray((y * 640 + x) * 4).slice(0, 3)];
    expect(at(374, 430)[0]).toBeGreaterThan(240);
    const scanned = jsqr(new Uint8ClampedArray(picture.data), 640, 480)?.data;
    expect(scanned).toBe(drawn.link.url);

    // Who opens the link sees this sender's code too, not an empty box.
    const opened = await fetchRaw(new URL(drawn.link.url).pathname, { redirect: "manual" });
    const page = await fetchRaw(opened.headers.get("Location") ?? "");
    const [, cover = ""] = /property="og:image" content="([^"]+)"/.exec(await page.text()) ?? [];
    const shownCover = jpegJs.decode(await pictureAt(cover), { useTArray: true });
    const read = jsqr(new Uint8ClampedArray(shownCover.data), 640, 480)?.data;
    expect(read).toBe(drawn.link.url);

    const small = drawn.images[0]?.thumbnail;
    expect([small?.width, small?.height]).toEqual([300, 225]);
    const tiny = jpegJs.decode(await pictureAt(small?.url ?? ""), { useTArray: true });
    expect([tiny.width, tiny.height]).toEqual([300, 225]);
    // The whole picture is no wider than a preview is.
    expect(drawn.images[0]?.preview.url).toBe(drawn.images[0]?.url);

    const undrawn = await own(arabic.id);
    const bare = jpegJs.decode(await pictureAt(undrawn.images[0]?.url ?? ""), { useTArray: true });
    expect(bare.data[(430 * 640 + 374) * 4]).toBeLessThan(240);
  });
});

describe("senders' pictures", () => {
  test("are each their own, the same whenever asked for, and their codes scan", async () => {
    const content = await newContent(world);
    const { id } = await upload(world, content);
    const marks = { qr: { x: 400, y: 240, size: 220 } };
    expect((await world.call("PATCH", `/v1/contents/${content}/images/${id}`, marks)).status).toBe(
      200,
    );
    const senders = [
      await addSender(world, "An"),
      await addSender(world, "Bo"),
      await addSender(world, "Chen"),
    ];
    await publishAgain(world, content);
    const seen = new Set<string>();
    for (const sender of senders) {
      const { body } = await world.call<{ images: { url: string }[]; link: { url: string } }>(
        "GET",
        `/v1/contents/${content}/variants/${sender.id}`,
      );
      const url = body.images[0]?.url ?? "";
      const picture = await pictureAt(url);
      expect(await pictureAt(url)).toEqual(picture);
      seen.add(picture.join());
      const { data, width, height } = jpegJs.decode(picture, {
        useTArray: true,
        tolerantDecoding: false,
      });
      expect(jsqr(new Uint8ClampedArray(data), width, height)?.data).toBe(body.link.url);
    }
    expect(seen.size).toBe(3);
  });

  test("carry the sender's line where it is marked", async () => {
    const content = await newContent(world);
    const { id } = await upload(world, content);
    const line = { x: 0, y: 400, width: 640, height: 64 };
    await world.call("PATCH", `/v1/contents/${content}/images/${id}`, { line });
    await publishAgain(world, content);
    const sender = await addSender(world, "王小明", { title: "Adviser", phone: "13800138000" });
    await publishAgain(world, content);
    const { body } = await world.call<{ images: { url: string }[] }>(
      "GET",
      `/v1/contents/${content}/variants/${sender.id}`,
    );
    const picture = jpegJs.decode(await pictureAt(body.images[0]?.url ?? ""), { useTArray: true });
    const row = (y: number) =>
      picture.data.subarray(y * 640 * 4, (y + 1) * 640 * 4).filter((_, i) => i % 4 === 0);
    const strip = Array.from({ length: 60 }, (_, i) => [...row(402 + i)]).flat();
    const dark = strip.filter((value) => value < 100).length / strip.length;
    const white = strip.filter((value) => value > 240).length / strip.length;
    expect(dark).toBeGreaterThan(0.02);
    expect(white).toBeGreaterThan(0.7);
  });

  test("have addresses that nobody can make up", async () => {
    const { url } = await upload(world, await newContent(world));
    const path = new URL(url).pathname;
    expect((await fetchRaw(`${path.slice(0, -1)}x`)).status).toBe(404);
    expect((await fetchRaw("/i/v2.W10~1~AAAAAAAAAAAAAAAAAAAAAA")).status).toBe(404);
  });
});

describe("the kernel in workerd", () => {
  test("makes the bytes it makes in Node", async () => {
    const { base, variation } = goldenCase();
    expect(await hexHash(varyBytes(base, variation))).toBe(goldenHash);
  });
});

describe("the stateless call", () => {
  test("gives the same bytes for the same seed, others for another, and keeps nothing", async () => {
    const before = (await env.MEDIA.list()).objects.length;
    const make = async (seed: string) => {
      const response = await post(world, `/v1/variations/image?seed=${seed}`, photo);
      expect(response.headers.get("Content-Type")).toBe("image/jpeg");
      return new Uint8Array(await response.arrayBuffer());
    };
    const one = await make("one");
    expect(await make("one")).toEqual(one);
    expect(await make("two")).not.toEqual(one);
    expect((await env.MEDIA.list()).objects).toHaveLength(before);
  });

  test("lets others in while it works, and takes one file after the other", async () => {
    const large = unusualJpeg({ width: 1280, height: 960, h: 2, v: 2 });
    const order: string[] = [];
    const make = async (seed: string) => {
      const response = await post(world, `/v1/variations/image?seed=${seed}`, large);
      order.push(seed);
      expect(response.status).toBe(200);
      return new Uint8Array(await response.arrayBuffer());
    };
    const made = [make("first"), make("second"), make("third")];
    const asked = world.call("GET", "/v1/contents").then(() => order.push("asked"));
    const pictures = await Promise.all(made);
    await asked;
    expect(order[0]).toBe("asked");
    expect(new Set(pictures.map((picture) => picture.join())).size).toBe(3);
  });

  test("asks for a seed", async () => {
    expect((await post(world, "/v1/variations/image", photo)).status).toBe(422);
  });
});
