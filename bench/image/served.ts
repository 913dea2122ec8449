/** Pictures as a Worker serves them: uploaded, marked with a sender's block, published, fetched. */
import { createTestHarness, unstable_readConfig as readConfig } from "wrangler";
import { demoContents } from "../../scripts/demo/content.ts";
import { type Api, apiClient, finishJob } from "../../scripts/local/api.ts";
import { quietWrangler, root } from "../../scripts/tool.ts";
import { leastQrSize } from "../../src/variation/image/index.ts";

const adminSecret = "bench-admin-secret-0123456789";
/** As long as a company's own domain is. */
const shareOrigin = "https://go.starling.example";

export const people = [
  { name: "林晓雯", title: "保险顾问", phone: "138 0013 8000" },
  { name: "Łukasz Żółć", title: "Adviser", phone: "+48 22 123 45 67" },
  { name: "김나영", title: "상담사", phone: "010-6554-1234" },
] as const;

export type Upload = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
export type Place = { x: number; y: number; width: number; height: number };

/** One sender's picture of an upload, with the places of its two codes. */
export type Served = {
  readonly upload: Upload;
  readonly sender: string;
  readonly link: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** A code as designers place it, and one of the least size that is taken. */
  readonly codes: { readonly usual: Place; readonly least: Place };
  /** The band at the foot that the sender's block lies in. */
  readonly blockTop: number;
};

/** The deployment's own configuration, with secrets of its own. */
function benchConfig() {
  const config = readConfig({ config: `${root}wrangler.toml` });
  const { compatibility_date, compatibility_flags, d1_databases, r2_buckets } = config;
  const { kv_namespaces, queues, assets, ratelimits } = config;
  return {
    name: "bench-image-served",
    main: `${root}src/index.ts`,
    vars: { ADMIN_SECRET: adminSecret, SIGNING_KEYS: "1:bench-signing-key-0123456789" },
    ...{ compatibility_date, compatibility_flags, d1_databases, r2_buckets },
    ...{ kv_namespaces, queues, assets, ratelimits },
  };
}

/** Uploads pictures, places a block on each and fetches every sender's. */
export async function serve(
  uploads: readonly Upload[],
  portraits: readonly Uint8Array[],
): Promise<Served[]> {
  Object.assign(process.env, quietWrangler);
  const harness = createTestHarness({ root, workers: [{ config: benchConfig() }] });
  try {
    const { url } = await harness.listen();
    await harness.getWorker().applyD1Migrations("DB_A");
    const admin = apiClient(url.origin, adminSecret);
    const { apiKey } = await admin.post<{ apiKey: string }>("/v1/workspaces", { name: "Bench" });
    const api = apiClient(url.origin, apiKey);
    await api.patch("/v1/workspace", { shareOrigin });
    const senders = await addSenders(api, url.origin, apiKey, portraits);
    const served: Served[] = [];
    for (const upload of uploads)
      served.push(...(await serveOne(api, url.origin, upload, senders)));
    return served;
  } finally {
    await harness.close();
  }
}

async function addSenders(
  api: Api,
  origin: string,
  key: string,
  portraits: readonly Uint8Array[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, person] of people.entries()) {
    const { id } = await api.post<{ id: string }>("/v1/senders", { ...person, team: "bench" });
    const headers = { authorization: `Bearer ${key}`, "content-type": "image/jpeg" };
    const body = new Uint8Array(portraits[i] ?? []);
    const answer = await fetch(`${origin}/v1/senders/${id}/avatar`, {
      method: "PUT",
      headers,
      body,
    });
    if (!answer.ok) throw new Error(`The portrait was answered ${answer.status}.`);
    ids.push(id);
  }
  return ids;
}

async function serveOne(
  api: Api,
  origin: string,
  upload: Upload,
  senders: readonly string[],
): Promise<Served[]> {
  const { id } = await api.post<{ id: string }>("/v1/contents", demoContents[0]);
  const image = await api.upload<{ id: string; width: number; height: number }>(
    `/v1/contents/${id}/images`,
    upload.type,
    new Uint8Array(upload.bytes),
  );
  const block = blockFor(image);
  await api.patch(`/v1/contents/${id}/images/${image.id}`, { components: block.components });
  const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${id}/publish`, {
    acceptAchieved: true,
  });
  await finishJob(api, jobId);
  const served: Served[] = [];
  for (const [i, sender] of senders.entries()) {
    const variant = await api.get<{ images: { url: string }[]; link: { url: string } }>(
      `/v1/contents/${id}/variants/${sender}`,
    );
    const path = new URL(variant.images[0]?.url ?? "").pathname;
    const answer = await fetch(`${origin}${path}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok) throw new Error(`A picture of ${upload.name} was answered ${answer.status}.`);
    const { width, height } = image;
    const { codes, blockTop } = block;
    const name = people[i]?.name ?? "";
    const link = variant.link.url;
    served.push({ upload, sender: name, link, bytes, width, height, codes, blockTop });
  }
  return served;
}

/** At the foot a portrait, two lines on a card and a code; above them a code of the least size. */
function blockFor({ width, height }: { width: number; height: number }) {
  const least = leastQrSize(`${shareOrigin}/s/aaaaaaaa`, width, height);
  const usual = Math.round(least * 1.25);
  const margin = Math.round(usual / 8);
  const top = height - usual - margin;
  const code = { x: width - usual - margin, y: top, width: usual, height: usual };
  const face = Math.round(Math.min(usual * 0.6, (width - usual - 4 * margin) / 4));
  const line = { x: code.x - margin - 3 * face, width: 3 * face, height: Math.round(face / 2) };
  const portrait = { x: line.x - face, y: height - margin - face, width: face, height: face };
  const small = { x: width - least - margin, y: top - least - margin, width: least, height: least };
  const background = { shape: "plain", color: "#ffffff", opacity: 92 };
  const text = { type: "text", ...line, color: "#12355b", background };
  return {
    codes: { usual: code, least: small },
    blockTop: small.y - margin,
    components: [
      { type: "avatar", ...portrait },
      { ...text, y: portrait.y, text: "{name}" },
      { ...text, y: portrait.y + line.height, text: "{title} · {phone}" },
      { type: "qr", ...code },
      { type: "qr", ...small },
    ],
  };
}
