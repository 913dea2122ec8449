/** Uploads of every format, through the API, as a sender's picture in a real browser. */
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiClient, finishJob } from "../../scripts/local/api.ts";
import { launchWindows, type WindowedBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

type Colour = readonly [number, number, number];

/** The colours of the quarters, as people see them: top left, top right, bottom left, bottom right. */
const quarters: readonly Colour[] = [
  [200, 60, 50],
  [60, 160, 80],
  [60, 90, 190],
  [220, 190, 70],
];
const [width, height] = [320, 240];

function picture(): Sharp {
  const [half, side] = [width / 2, height / 2];
  const rectangles = quarters.map(
    (colour, i) =>
      `<rect x="${(i % 2) * half}" y="${Math.floor(i / 2) * side}" width="${half}" height="${side}" fill="rgb(${colour})"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rectangles.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

/** Stored so that this orientation shows it upright. */
async function stored(orientation: number): Promise<Sharp> {
  const undone = [0, 1, 2, 3, 4, 5, 8, 7, 6][orientation] as number;
  const marked = await picture().withMetadata({ orientation: undone }).png().toBuffer();
  const turned = await sharp(marked).autoOrient().png().toBuffer();
  return sharp(turned).withMetadata({ orientation });
}

const uploads: Record<string, () => Promise<Buffer>> = {
  "baseline JPEG": () => picture().jpeg({ quality: 95 }).toBuffer(),
  "progressive JPEG of 4:4:4": () =>
    picture().jpeg({ progressive: true, chromaSubsampling: "4:4:4" }).toBuffer(),
  "JPEG with a wide-gamut profile": () => picture().withIccProfile("p3").jpeg().toBuffer(),
  PNG: () => picture().png().toBuffer(),
  "interlaced palette PNG": () => picture().png({ palette: true, progressive: true }).toBuffer(),
  "PNG of 16 bits": () => picture().toColourspace("rgb16").png().toBuffer(),
  "PNG with a wide-gamut profile": () => picture().withIccProfile("p3").png().toBuffer(),
  WebP: () => picture().webp({ quality: 95 }).toBuffer(),
  "lossless WebP": () => picture().webp({ lossless: true }).toBuffer(),
};
for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
  uploads[`JPEG of orientation ${orientation}`] = async () =>
    (await stored(orientation)).jpeg({ quality: 95 }).toBuffer();
}

let server: TestServer;
let browser: WindowedBrowser;
let api: Api;
let senderId: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchWindows()]);
  const admin = apiClient(server.url, server.adminSecret);
  const { apiKey } = await admin.post<{ apiKey: string }>("/v1/workspaces", { name: "早安家居" });
  api = apiClient(server.url, apiKey);
  senderId = (await api.post<{ id: string }>("/v1/senders", { name: "林晓" })).id;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("a picture of every format is shown right way up and in its colours", async () => {
  const content = {
    title: "好好睡觉",
    body: "## 一\n\n早点睡。",
    drafts: ["今晚早点睡。"],
    topics: ["睡眠"],
  };
  const { id } = await api.post<{ id: string }>("/v1/contents", content);
  for (const make of Object.values(uploads)) {
    await api.upload(`/v1/contents/${id}/images`, "image/jpeg", new Uint8Array(await make()));
  }
  const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${id}/publish`, {
    acceptAchieved: true,
  });
  await finishJob(api, jobId);
  const { images } = await api.get<{ images: { url: string }[] }>(
    `/v1/contents/${id}/variants/${senderId}`,
  );
  const [context] = browser.browser.contexts();
  const page = await (context ?? (await browser.browser.newContext())).newPage();
  for (const [i, name] of Object.keys(uploads).entries()) {
    await page.goto(images[i]?.url ?? "");
    const shown = await page.evaluate(() => {
      const image = document.images[0] as HTMLImageElement;
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const paper = canvas.getContext("2d") as CanvasRenderingContext2D;
      paper.drawImage(image, 0, 0);
      const places = [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => [x, y] as const));
      return places.map(([x, y]) => [
        ...paper.getImageData(x * canvas.width, y * canvas.height, 1, 1).data.subarray(0, 3),
      ]);
    });
    const off = shown.flatMap((colour, q) =>
      colour.map((value, c) => Math.abs(value - (quarters[q]?.[c] ?? 0))),
    );
    expect(Math.max(...off), `${name}: ${JSON.stringify(shown)}`).toBeLessThanOrEqual(7);
  }
  await page.close();
});
