/**
 * What whoever reaches a server may try: each attempt that once worked, played again. `before` is what it came to
 * when it was found.
 */
import { readPosts } from "../test/fixtures/posts/post.ts";
import { randomOf } from "../test/support/random.ts";
import { comebacks } from "./attack/comebacks.ts";
import { bytesTaken, phone, startTarget, type Target, until } from "./attack/server.ts";
import type { Bench, Measurement } from "./measure.ts";

const many = (count: number) => Array.from({ length: count }, (_, at) => at);
const seconds = async (work: () => Promise<unknown>) => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};
const googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

/** The runtime's own paths, by which it gives away its database, files and cron. */
async function localPaths({ ask }: Target): Promise<Measurement[]> {
  const paths = [
    "/cdn-cgi/local/explorer/api/d1/DB_A/raw",
    "/cdn-cgi/local/explorer/api/r2/buckets",
    "/cdn-cgi/handler/scheduled",
    "/cdn-cgi/mf/scheduled",
    "/__scheduled",
    "//cdn-cgi/local/explorer/",
    "/%63dn-cgi/local/explorer/",
  ];
  const answers = await Promise.all(
    paths.map((path) =>
      ask("POST", path, {
        body: { sql: "select name from contacts" },
        headers: { Host: "localhost" },
      }),
    ),
  );
  const open = answers.filter(({ status }) => status < 400).length;
  return [
    {
      what: "1  local paths that answer anybody",
      value: open,
      unit: "paths",
      budget: 0,
      before: 3,
    },
  ];
}

/** "A new post is out": everybody at once. */
async function nineInTheMorning(target: Target): Promise<Measurement[]> {
  const { api, ask, apiKey } = target;
  const made = await api.post<{ results: { sender: { id: string; kitUrl: string } }[] }>(
    "/v1/senders/bulk",
    { senders: many(500).map((at) => ({ name: `S${at}`, team: `t${at % 20}` })) },
  );
  const senders = made.results.map(({ sender }) => sender);
  const contentId = await target.publish();
  const openKit = async ({ kitUrl }: { kitUrl: string }) => {
    const entry = await ask("GET", new URL(kitUrl).pathname);
    const cookie = (entry.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
    return await ask("GET", `/kit?content=${contentId}`, { headers: { Cookie: cookie } });
  };
  const failed = (answers: { status: number }[]) =>
    answers.filter(({ status }) => status >= 500).length;
  const kits = await Promise.all(senders.slice(0, 60).map(openKit));
  const all = await Promise.all(senders.map(openKit));
  const variantOf = ({ id }: { id: string }) =>
    ask("GET", `/v1/contents/${contentId}/variants/${id}`, { key: apiKey });
  const variants = await Promise.all(senders.slice(0, 100).map(variantOf));
  const captions = variants.map(({ text }) => (JSON.parse(text) as { caption: string }).caption);
  const reader = await api.post<{ key: string }>("/v1/api-keys", { name: "r", scopes: ["read"] });
  const countLinks = async () => {
    let links = 0;
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: { items: unknown[]; nextCursor: string | null } = await api.get(
        `/v1/links?limit=200${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      links += page.items.length;
      cursor = page.nextCursor;
    }
    return links;
  };
  const links = await countLinks();
  for (let time = 0; time < 10; time++) {
    await ask("GET", `/v1/contents/${contentId}/variants?limit=200&channel=group:${time}`, {
      key: reader.key,
    });
  }
  const madeByReading = (await countLinks()) - links;
  const added = await Promise.all(
    many(40).map((at) => ask("POST", "/v1/senders", { key: apiKey, body: { name: `N${at}` } })),
  );
  const unit = "× 503";
  return [
    { what: "2  60 kits at once", value: failed(kits), unit, budget: 0, before: 34 },
    { what: "2  500 kits at once", value: failed(all), unit, budget: 0 },
    { what: "2  100 variants at once", value: failed(variants), unit, budget: 0, before: 59 },
    {
      what: "2  captions of those that are somebody else's too",
      value: captions.length - new Set(captions).size,
      unit: "captions",
      budget: 0,
    },
    { what: "2  40 senders added at once", value: failed(added), unit, budget: 0, before: 35 },
    {
      what: "2  links made by ten GETs with a read key",
      value: madeByReading,
      unit: "links",
      budget: 0,
      before: 1010,
    },
  ];
}

/** Small requests that once kept a processor for seconds. */
async function smallRequests({ api, ask, apiKey }: Target): Promise<Measurement[]> {
  const vary = (drafts: string[], count = 2) =>
    seconds(() => ask("POST", "/v1/variations/text", { key: apiKey, body: { drafts, count } }));
  const sentence = "周末带孩子来店里看看，新到的绘本都可以慢慢翻，也可以坐下来喝一杯热茶再走。";
  const repeated = sentence.repeat(Math.floor(4900 / sentence.length));
  const real = readPosts("open")
    .filter(({ language }) => language !== "en")
    .map(({ text }) => text.replace(/[\\{}|]/g, ""))
    .join("\n")
    .slice(0, 4900);
  const random = randomOf(20);
  const letters = () =>
    String.fromCharCode(...many(6 + Math.floor(15 * random())).map(() => 0x4e00 + 9000 * random()));
  const differing = many(12).map(() =>
    many(500)
      .map(() => `${letters()}。`)
      .join("")
      .slice(0, 4900),
  );
  await vary(["Warm up."]);
  const { id } = await api.post<{ id: string }>("/v1/contents", {
    ...{ title: "Long", body: "## A\n\nB" },
    drafts: [real],
  });
  const mixes = () => ask("GET", `/v1/contents/${id}/mixes`, { key: apiKey });
  return [
    {
      what: "4  12 drafts of 4,900 differing characters, all that a caption may have",
      value: await vary(differing, 200),
      unit: "s",
    },
    {
      what: "4  20 drafts of 4,900 differing characters, until they are refused",
      value: await vary([...differing, ...differing.slice(0, 8)]),
      unit: "s",
      before: 7,
    },
    { what: "4  mixes of a draft of 4,900 characters", value: await seconds(mixes), unit: "s" },
    { what: "4  4,900 characters of Chinese", value: await vary([real]), unit: "s", before: 10.8 },
    { what: "4  one sentence, 4,900 characters long", value: await vary([repeated]), unit: "s" },
    {
      what: "4  20 drafts of 800 nested braces",
      value: await vary(many(20).map(() => "{a|".repeat(800) + "}".repeat(800))),
      unit: "s",
      before: 21,
    },
    {
      what: "4  20 drafts of 5,000 dashes",
      value: await vary(many(20).map(() => "-".repeat(5000))),
      unit: "s",
      before: 13.9,
    },
  ];
}

/** What a key may see and do that may only read; and the last key that may do all. */
async function keys({ api, ask, adminSecret, apiKey }: Target): Promise<Measurement[]> {
  const { key } = await api.post<{ key: string }>("/v1/api-keys", { name: "r", scopes: ["read"] });
  const once = { "Idempotency-Key": "attack-1" };
  await ask("POST", "/v1/senders", { key: apiKey, body: { name: "Once" }, headers: once });
  const replayed = await ask("POST", "/v1/senders", { key, body: { name: "Once" }, headers: once });
  const seen = await ask("GET", "/v1/senders?limit=200", { key });
  let lost = 0;
  for (let time = 0; time < 15; time++) {
    const made = await ask("POST", "/v1/workspaces", { key: adminSecret, body: { name: "Race" } });
    const { apiKey: first } = JSON.parse(made.text) as { apiKey: string };
    const other = await ask("POST", "/v1/api-keys", {
      key: first,
      body: { name: "b", scopes: ["read", "write", "admin"] },
    });
    const { id: secondId, key: second } = JSON.parse(other.text) as { id: string; key: string };
    const listed = await ask("GET", "/v1/api-keys", { key: first });
    const { items } = JSON.parse(listed.text) as { items: { id: string }[] };
    const firstId = items.find(({ id }) => id !== secondId)?.id;
    await Promise.all([
      ask("DELETE", `/v1/api-keys/${secondId}`, { key: first }),
      ask("DELETE", `/v1/api-keys/${firstId}`, { key: second }),
    ]);
    const left = await Promise.all(
      [first, second].map((one) => ask("GET", "/v1/api-keys", { key: one })),
    );
    if (left.every(({ status }) => status === 401)) lost++;
  }
  return [
    {
      what: "5  kits' addresses that a read key sees",
      value: seen.text.split("/kit/").length - 1,
      unit: "addresses",
      budget: 0,
    },
    {
      what: "5  answers replayed to a key that may not ask",
      value: Number(replayed.status < 400),
      unit: "answers",
      budget: 0,
      before: 1,
    },
    {
      what: "5  workspaces of 15 left without an admin key",
      value: lost,
      unit: "workspaces",
      budget: 0,
      before: 5,
    },
  ];
}

/** Figures that somebody without an account would like to be larger. */
async function figures(target: Target): Promise<() => Promise<Measurement[]>> {
  const { api, ask } = target;
  const contentId = await target.publish();
  const { id: senderId } = await api.post<{ id: string }>("/v1/senders", { name: "Figures" });
  const link = (more: object) =>
    api.post<{ code: string }>("/v1/links", { contentId, senderId, ...more });
  const { code } = await link({});
  const open = async () => {
    const { text } = await ask("POST", "/t/open", { body: { code } });
    return (JSON.parse(text) as { token: string }).token;
  };
  const post = (path: string, body: string) =>
    fetch(new URL(path, target.baseUrl), {
      method: "POST",
      headers: { "User-Agent": phone },
      body,
    });
  for (let time = 0; time < 300; time++)
    await post("/t", `2 ${await open()} 1 c 0 2000 0 0 500 2000`);
  const token = await open();
  const given = await Promise.all(
    many(400).map((at) =>
      ask("POST", "/t/consent", {
        body: { token, choice: at % 3 > 0, textVersion: "1", language: "zh" },
      }),
    ),
  );
  for (let time = 0; time < 200; time++) await ask("GET", `/p/${code}.gif`);
  const capped = await link({ channel: "group", maxClicks: 1 });
  await ask("GET", `/s/${capped.code}`);
  const used = await Promise.all([
    ask("GET", `/s/${capped.code}`, { headers: { "User-Agent": googlebot } }),
    ask("GET", `/s/${capped.code}`, { headers: { "Sec-Purpose": "prefetch" } }),
    ask("POST", "/t/open", { body: { code: capped.code } }),
  ]);
  const guesses = await Promise.all(
    many(1500).map((at) => ask("GET", "/v1/workspace", { key: `sk_wrong_${at % 3}` })),
  );
  return () => figuresNow(target, contentId, { given, used, guesses });
}

type Tried = Record<"given" | "used" | "guesses", readonly { status: number }[]>;

/** What came of it, once the visits are over and counted: a minute and a half after the last beat, and two more. */
async function figuresNow(
  { api, ask, apiKey }: Target,
  contentId: string,
  { given, used, guesses }: Tried,
): Promise<Measurement[]> {
  type Report = { reads: number; doubtful: number; opens: number; open: number };
  const report = await until(
    () => api.get<Report>(`/v1/contents/${contentId}/report`),
    ({ open: still, reads, doubtful }) => still === 0 && reads + doubtful >= 300,
  );
  const viewers = await ask("GET", "/v1/viewers?limit=200", { key: apiKey });
  const listed = JSON.parse(viewers.text) as { items?: unknown[] };
  return [
    {
      what: "6  reads made by 300 × (open + one beat)",
      value: report.reads,
      unit: "reads",
      budget: 0,
      before: 300,
    },
    { what: "6  of those shown apart, as doubtful", value: report.doubtful, unit: "visits" },
    {
      what: "6  new viewers by one token, answered 400 times",
      value: listed.items?.length ?? 0,
      unit: "viewers",
      budget: 1,
      before: 11,
    },
    {
      what: "6  of those answers refused by a limit",
      value: given.filter(({ status }) => status === 429).length,
      unit: "answers",
    },
    {
      what: "6  opens counted of 200 pixels from one place",
      value: report.opens,
      unit: "opens",
      budget: 120,
      before: 200,
    },
    {
      what: "6  ways into a link that is used up",
      value: used.filter(({ status }) => status < 400).length,
      unit: "of 3 ways",
      budget: 0,
      before: 3,
    },
    {
      what: "6  of 1,500 wrong keys, those told to wait",
      value: guesses.filter(({ status }) => status === 429).length,
      unit: "answers",
      before: 0,
    },
  ];
}

/** Bodies without a length, ninety megabytes of each. */
async function bodies({ baseUrl }: Target): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const path of ["/t", "/t/open", "/t/consent", "/kit/copies"]) {
    const taken = await bytesTaken(new URL(path, baseUrl), 90_000_000);
    measured.push({
      what: `7  taken of 90 MB to ${path}`,
      value: taken / 1e6,
      unit: "MB",
      before: 90,
    });
  }
  return measured;
}

/** A person's picture, after its content was withdrawn. */
async function takenBack(target: Target): Promise<Measurement[]> {
  const { api, ask, apiKey } = target;
  const { items } = await api.get<{ items: { id: string; status: string; images: unknown[] }[] }>(
    "/v1/contents?limit=200",
  );
  const shown = items.find(({ status, images }) => status === "published" && images.length > 0);
  if (!shown) throw new Error("The demo has no published content with a picture.");
  const senders = await api.get<{ items: { id: string }[] }>("/v1/senders?limit=200");
  let url = "";
  for (const { id } of senders.items) {
    const { text } = await ask("GET", `/v1/contents/${shown.id}/variants/${id}`, { key: apiKey });
    url = (JSON.parse(text) as { images?: { url: string }[] }).images?.[0]?.url ?? "";
    if (url) break;
  }
  const before = await ask("GET", new URL(url).pathname);
  const age = Number(/max-age=(\d+)/.exec(before.headers.get("Cache-Control") ?? "")?.[1]);
  await ask("POST", `/v1/contents/${shown.id}/withdraw`, { key: apiKey });
  const ends = await seconds(async () => {
    await until(
      () => ask("GET", new URL(url).pathname),
      ({ status }) => status >= 400,
    );
  });
  return [
    {
      what: "8  a picture may be kept without asking",
      value: age,
      unit: "s",
      budget: 300,
      before: 31_536_000,
    },
    {
      what: "8  until a withdrawn picture is gone",
      value: ends,
      unit: "s",
      budget: 300,
      before: 31_536_000,
    },
  ];
}

export const bench: Bench = async () => {
  const target = await startTarget();
  try {
    const measured: Measurement[] = [];
    const look = await figures(target);
    for (const play of [localPaths, keys, smallRequests, takenBack, bodies, nineInTheMorning]) {
      measured.push(...(await play(target)));
    }
    measured.push(...(await look()));
    measured.push(...(await comebacks()));
    return measured.toSorted((a, b) => a.what.localeCompare(b.what));
  } finally {
    await target.stop();
  }
};
