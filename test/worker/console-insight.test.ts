/** The console's screens of readers: one reader, tag rules, daily lists, nodes, alerts. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { endAll, hour, type WrittenVisit, writePastLines, writeVisits } from "./readers.ts";
import {
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

let world: World;
let lin: string;
let wang: string;
let contentId: string;
let desk: Desk;
let lead: Desk;

type Desk = Awaited<ReturnType<typeof signIn>>;
type Shown = { status: number; text: string };

const sql = (text: string, ...values: unknown[]) => env.DB_A.prepare(text).bind(...values);
const now = Date.now();
const html = { Accept: "text/html,application/xhtml+xml", "Accept-Language": "en" };

async function signIn(fields: Record<string, string>) {
  const { body } = await world.call<{ signInUrl: string }>("POST", "/v1/members", {
    name: "Mei",
    ...fields,
  });
  const door = await fetchRaw(new URL(body.signInUrl).pathname, {
    method: "POST",
    headers: { ...html, Origin: origin },
    body: new URLSearchParams({ to: "/console" }),
  });
  const Cookie = door.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const look = async (path: string, language = "en"): Promise<Shown> => {
    const headers = { ...html, Cookie, "Accept-Language": language };
    const answer = await fetchRaw(`/console${path}`, { headers });
    return { status: answer.status, text: await answer.text() };
  };
  const submit = async (page: string, action: string, form: Record<string, string> = {}) => {
    const { text } = await look(page);
    const proof = new RegExp(
      `action="/console${action}"[^>]*>.*?name="token" value="([^"]+)"`,
      "s",
    );
    const token = proof.exec(text)?.[1] ?? "";
    const answer = await fetchRaw(`/console${action}`, {
      method: "POST",
      headers: { ...html, Cookie, Origin: origin },
      body: new URLSearchParams({ token, ...form }),
    });
    const location = (answer.headers.get("Location") ?? "").replace("/console", "");
    return { status: answer.status, location, text: await answer.text() };
  };
  return { look, submit };
}

let serial = 0;
const visit = (over: Partial<WrittenVisit> = {}): WrittenVisit => ({
  id: `avisit${serial++}`,
  at: now - 2 * hour,
  contentId,
  senderId: lin,
  viewerId: "avmei",
  code: "acode",
  engagedMs: 240_000,
  sections: [100_000, 100_000, 40_000, 0],
  ...over,
});

const rule = {
  join: "all",
  "kind-0": "engaged",
  "amount-0": "30",
  "about-0": "t:创造力",
  tag: "想学方法",
  points: "40",
  halfLife: "",
  cooldown: "0",
  perDay: "",
  use: "Offer the course",
  notify: "yes",
};

beforeAll(async () => {
  await freshWorld();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  world = await newWorkspace({ timezone: "UTC" });
  lin = (await addSender(world, "Lin", { team: "east" })).id;
  wang = (await addSender(world, "Wang", { team: "west" })).id;
  contentId = await publish(world);
  desk = await signIn({ role: "head-office" });
  lead = await signIn({ role: "team-lead", team: "west" });
});

test("screens that have nothing to show teach what will be there", async () => {
  for (const [path, said] of [
    ["/rules", "No rules of your own yet"],
    ["/alerts", "No alerts yet"],
    ["/nodes", "It has not spread yet"],
    ["/briefing", "Nobody to turn to today."],
  ] as const) {
    const { status, text } = await desk.look(path);
    expect([status, path, text.includes(said)]).toEqual([200, path, true]);
  }
  expect((await desk.look("/rules", "zh-CN")).text).toContain("同一主题的内容");
});

describe("a rule", () => {
  test("with a tag for each topic is named without the place for it", async () => {
    const made = await desk.submit("/rules/new", "/rules", {
      ...rule,
      "about-0": "*",
      tag: "likes {topic}",
    });
    expect(made.status).toBe(303);
    for (const path of ["/rules", made.location, made.location.replace(/\/try.*/, "")]) {
      const { text } = await desk.look(path);
      expect(text, path).toContain("likes (topic)");
      // In the field alone, where it is typed.
      expect(
        text.replaceAll(/<input[^>]*>/g, "").replaceAll(/-hint">[^<]*/g, ""),
        path,
      ).not.toContain("{topic}");
    }
    const chinese = (await desk.look("/rules", "zh-CN")).text;
    expect(chinese).toContain("对读到的主题感兴趣");
    expect(chinese).not.toContain("interest:");
    await desk.submit(
      made.location.replace(/\/try.*/, ""),
      `${made.location.replace(/\/try.*/, "")}/remove`,
    );
  });

  test("is written in plain words, tried out, published and kept in versions", async () => {
    await writeVisits(world, [visit({ at: now - 3 * hour })]);
    await endAll();
    const made = await desk.submit("/rules/new", "/rules", rule);
    expect(made.status).toBe(303);
    const tried = await desk.look(made.location);
    expect(tried.text).toContain("Would tag 1 viewer of 1 looked at; 1 example.");
    expect(tried.text).toContain("Read posts on 创造力 for 30 s or more in one visit");
    expect(tried.text).toContain("想学方法 40");
    const place = made.location.replace(/\/try.*/, "");
    expect(
      await sql("SELECT count(*) AS n FROM tag_awards WHERE tag = '想学方法'").first("n"),
    ).toBe(0);
    const published = await desk.submit(`${place}/try`, `${place}/publish`, { backDate: "yes" });
    expect(published.location).toContain("done=rule-published");
    const job = await sql("SELECT id FROM jobs WHERE kind = 'date-back-tags'").first<string>("id");
    await deliver("jobs", [job]);
    expect(
      await sql("SELECT count(*) AS n FROM tag_awards WHERE tag = '想学方法'").first("n"),
    ).toBe(1);
    const changed = await desk.submit(place, place, { ...rule, points: "15", notify: "" });
    expect(changed.status).toBe(303);
    const shown = await desk.look(place);
    expect(shown.text).toContain("In force, version 1; the draft has changes");
    expect(shown.text).toContain("40 points of “想学方法”");
    expect(shown.text).toContain("15 points of “想学方法”");
    expect((await desk.look("/rules?format=csv")).text).toContain("想学方法");
    const { body } = await world.call<{ items: { draft: Record<string, unknown> }[] }>(
      "GET",
      "/v1/tag-rules",
    );
    expect(body.items[0]?.draft).toEqual({
      when: { all: [{ kind: "engaged", atLeastMs: 30_000, on: { topic: "创造力" } }] },
      ...{ tag: "想学方法", points: 15, halfLifeDays: null, cooldownDays: 0 },
      use: "Offer the course",
    });
  });

  test("that could never work comes back as it was typed, with what is wrong in one's language", async () => {
    const wrong = { ...rule, "kind-0": "recency", "amount-0": "3", tag: "沉睡客户" };
    const { status, text } = await desk.submit("/rules/new", "/rules", wrong);
    expect(status).toBe(422);
    expect(text).toContain("Recency only filters");
    expect(text).toContain('value="沉睡客户"');
    expect((await desk.look("/rules")).text).not.toContain("沉睡客户");
  });

  test("is looked at by a lead and changed by head office alone", async () => {
    const { text } = await lead.look("/rules");
    expect(text).toContain("想学方法");
    expect(text).not.toContain("/rules/new");
    expect((await lead.submit("/rules", "/rules", rule)).status).toBe(403);
  });
});

describe("one reader", () => {
  test("shows next step, tags with evidence, the timeline, consent; a lead only their team's", async () => {
    const { body } = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: lin,
      name: "悠悠妈妈",
    });
    await sql(
      "UPDATE viewers SET contact_id = ?, certainty = 'confirmed', named_by = 'api' WHERE id = 'avmei'",
      body.id,
    ).run();
    await sql(
      `INSERT INTO consents (id, workspace_id, viewer_id, choice, text_version, language, answered_at)
       VALUES ('aconsent', ?, 'avmei', 1, '7', 'zh-CN', ?)`,
      world.id,
      now - 3 * hour,
    ).run();
    await world.call("POST", `/v1/senders/${lin}/briefing`);
    const { status, text } = await desk.look("/readers/avmei");
    expect(status).toBe(200);
    for (const said of [
      "悠悠妈妈",
      "interested in 创造力",
      "read “三步读懂孩子的创造力” for 4 min",
      "Hello 悠悠妈妈, about “三步读懂孩子的创造力”",
      "agreed to be remembered (notice 7, zh-CN)",
      "Erase this reader",
    ]) {
      expect(text, said).toContain(said);
    }
    // The tie with its sentence, its four parts, and what strong means; a lead has none, see below.
    expect(text).toMatch(
      /Too few to be ranked \(1 reader; at least 9 are needed\): last read (today|yesterday) /,
    );
    for (const part of ["Recency", "Frequency", "Depth", "Answers"]) {
      expect(text, part).toMatch(new RegExp(`<li>${part} \\d+%: `));
    }
    expect((await desk.look("/readers/avmei", "zh-CN")).text).toContain(
      "读者太少，不分强弱（1 位读者",
    );
    expect((await desk.look("/readers/avmei?format=csv")).text).toContain("Lin");
    const history = await desk.look(
      `/readers/avmei/tags?tag=${encodeURIComponent("interest:创造力")}`,
    );
    expect(history.text).toContain("interested in 创造力");
    // Each change says what it rests on.
    expect(history.text).toMatch(/New · [^<]*had read|New · [^<]*read “三步读懂孩子的创造力”/);
    expect((await desk.look("/readers/avmei/paths")).text).toContain("Ways to “悠悠妈妈”");
    expect((await desk.look("/readers")).text).toContain('href="/console/readers/avmei"');
    expect((await lead.look("/readers/avmei")).status).toBe(404);
    await writeVisits(world, [visit({ senderId: wang, viewerId: "avwest" })]);
    await endAll();
    const own = await lead.look("/readers/avwest");
    expect(own.status).toBe(200);
    expect(own.text).toContain("interested in 创造力");
    expect(own.text).not.toMatch(/Too few to be ranked|Recency/);
    // Who reads through both teams has no evidence of the other's on the lead's screen.
    const elsewhere = await publish(world, {
      ...sampleContent,
      title: "东队的一篇",
      topics: ["东边"],
    });
    await writeVisits(world, [
      visit({ viewerId: "avwest", contentId: elsewhere, at: now - 3 * hour }),
    ]);
    await endAll();
    expect((await desk.look("/readers/avwest")).text).toContain("interested in 东边");
    const both = await lead.look("/readers/avwest");
    expect(both.text).toContain("interested in 创造力");
    expect(both.text).not.toMatch(/东边|东队的一篇/);
    // Nor whom the other team knows them as.
    await sql(
      "INSERT INTO contacts (id, workspace_id, sender_id, name, created_at) VALUES ('aeastof', ?, ?, '东队的客户', 1)",
      world.id,
      lin,
    ).run();
    await sql(
      "UPDATE viewers SET contact_id = 'aeastof', certainty = 'confirmed' WHERE id = 'avwest'",
    ).run();
    for (const place of ["/readers/avwest", "/readers", "/readers/avwest/paths", "/briefing"]) {
      expect((await lead.look(place)).text, place).not.toContain("东队的客户");
    }
    expect((await desk.look("/readers/avwest")).text).toContain("东队的客户");
    expect(own.text).not.toContain("Erase this reader");
    expect((await lead.submit("/readers/avwest", "/readers/avwest/erase")).status).toBe(403);
  });

  test("who skimmed is told by how they read, and what a program read is taken back and said so", async () => {
    const read = visit({ viewerId: "avskim", engagedMs: 40_000, sections: [100, 100, 100, 100] });
    await writeVisits(world, [read]);
    await endAll();
    const skimmed = await Promise.all(
      ["en", "zh-CN"].map(async (language) => (await desk.look("/readers/avskim", language)).text),
    );
    expect(skimmed[0]).toContain("no part got half the time that reading it takes");
    expect(skimmed[1]).toContain("还没有一节读到它该用时间的一半");
    expect(skimmed.join()).not.toMatch(/读完 0|0% read|[^\d]0 % of the text/);
    await writeVisits(world, [{ ...read, bot: 1 }]);
    await endAll();
    const path = `/readers/avskim/tags?tag=${encodeURIComponent("interest:创造力")}`;
    expect((await desk.look(path)).text).toContain("turned out to come from a program");
    expect((await desk.look(path, "zh-CN")).text).toContain("这次访问后来发现来自程序");
  });

  test("is erased after a question, with a receipt", async () => {
    await writeVisits(world, [visit({ viewerId: "avgone" })]);
    await endAll();
    const erased = await desk.submit("/readers/avgone", "/readers/avgone/erase");
    expect(erased.status).toBe(200);
    expect(erased.text).toContain("Receipt of erasure");
    expect((await desk.look("/readers/avgone")).status).toBe(404);
    const left = "SELECT count(*) AS n FROM visits WHERE viewer_id = 'avgone'";
    expect(await sql(left).first("n")).toBe(0);
  });

  test("who reads through two teams is told to a lead by the visits through theirs alone", async () => {
    const through = (senderId: string, at: number) =>
      visit({ senderId, viewerId: "avboth", at, engagedMs: 45_000 });
    await writeVisits(world, [through(lin, now - 30 * hour)]);
    await endAll();
    await writeVisits(world, [through(wang, now - 2 * hour)]);
    await endAll();
    const all = (await desk.look("/readers/avboth")).text;
    expect(all).toContain("2 visits");
    expect(all).toMatch(/had read [^<]+ twice/);
    const own = (await lead.look("/readers/avboth")).text;
    expect(own).toContain("1 visit");
    expect(own).toContain("interested in 创造力");
    expect(own).not.toMatch(/2 visits|had read|twice|1970/);
  });
});

test("an alert is on its screen with its figure, for a lead their team's alone", async () => {
  await world.call("POST", "/v1/tag-rules", {
    when: { all: [{ kind: "engaged", atLeastMs: 200_000 }] },
    ...{ tag: "很想了解", points: 10, halfLifeDays: null, cooldownDays: 0, use: "x", notify: true },
  });
  const { body } = await world.call<{ items: { id: string; draft: { tag: string } }[] }>(
    "GET",
    "/v1/tag-rules",
  );
  const id = body.items.find(({ draft }) => draft.tag === "很想了解")?.id;
  await world.call("POST", `/v1/tag-rules/${id}/publish`, {});
  await writeVisits(world, [visit({ viewerId: "avnew", at: Date.now() + 1000 })]);
  await endAll();
  const { text } = await desk.look("/alerts");
  expect(text).toContain("很想了解");
  expect(text).toContain("4 min");
  expect((await desk.look("/alerts?format=csv")).text).toContain(",240,Lin,");
  expect((await lead.look("/alerts")).text).not.toContain("很想了解");
});

test("a guess at a name is told as one, in lists, in files and at the head of a page", async () => {
  await sql(
    "INSERT INTO contacts (id, workspace_id, sender_id, name, created_at) VALUES ('aguess', ?, ?, '张总', 1)",
    world.id,
    lin,
  ).run();
  await sql(
    "UPDATE viewers SET contact_id = 'aguess', certainty = 'probable', named_by = 'form' WHERE id = 'avnew'",
  ).run();
  for (const path of [
    "/alerts",
    "/alerts?format=csv",
    "/readers",
    "/readers?view=list&format=csv",
    "/readers/avnew",
    "/readers/avnew/paths",
    "/readers/avnew/tags?tag=x",
  ]) {
    expect((await desk.look(path)).text, path).toContain("probably 张总");
  }
});

describe("a daily list", () => {
  test("is seen as its sender sees it, with reasons, who was left out and the record", async () => {
    await writePastLines(world, lin, "aold");
    const { text } = await desk.look(`/briefing?sender=${lin}`);
    expect(text).toContain("Lin&#39;s list");
    expect(text).toContain("悠悠妈妈");
    expect(text).toContain("read “三步读懂孩子的创造力” for 4 min");
    expect(text).toContain("listed 28 times, led to something within seven days 0 of them");
    expect((await desk.look(`/briefing?sender=${lin}&format=csv`)).text).toContain(
      "Came back,0,28",
    );
    expect((await lead.look(`/briefing?sender=${lin}`)).status).toBe(404);
    const own = await lead.look("/briefing");
    expect(own.text).toContain("Wang&#39;s list");
    expect(own.text).not.toContain(`value="${lin}"`);
    expect((await desk.look(`/briefing?sender=${lin}&date=2020-02-30`)).status).toBe(422);
  });
});

test("nodes are ranked both ways, with worth in bounds, for a lead their team's", async () => {
  await world.call("POST", "/v1/links", { contentId, senderId: lin, channel: "chat" });
  const { body } = await world.call<{ items: { code: string; senderId: string }[] }>(
    "GET",
    `/v1/links?senderId=${lin}`,
  );
  const code = body.items[0]?.code ?? "";
  await writeVisits(
    world,
    ["a", "b", "c"].map((name, at) =>
      visit({
        viewerId: `avn${name}`,
        refHash: `r${name}`,
        parentHash: at === 0 ? null : "ra",
        code,
      }),
    ),
  );
  await endAll();
  await sql(
    "INSERT INTO contacts (id, workspace_id, sender_id, name, created_at) VALUES ('anode', ?, ?, '李总', 1)",
    world.id,
    lin,
  ).run();
  const nameIt = (certainty: string | null, contact: string | null) =>
    sql(
      "UPDATE viewers SET contact_id = ?, certainty = ?, named_by = iif(?1 IS NULL, NULL, 'form') WHERE id = 'avna'",
      contact,
      certainty,
    ).run();
  await nameIt("probable", "anode");
  const guessed = ["/nodes", "/readers/avnb/paths", `/posts/${contentId}/spread`];
  for (const place of [...guessed, `/posts/${contentId}/spread.svg`]) {
    expect((await desk.look(place)).text, place).toContain("probably 李总");
  }
  await nameIt(null, null);
  const { text } = await desk.look("/nodes");
  expect(text).toContain("Insufficient data");
  expect(text).toContain("Reach against trust");
  const csv = (await desk.look("/nodes?format=csv")).text.replace("\uFEFF", "").split("\r\n");
  expect(csv[0]).toContain("Rank by reach,Rank by trust");
  const of = (name: string) => csv.find((line) => line.startsWith(name))?.split(",") ?? [];
  expect(of("Lin")[4]).toBe("3");
  expect(of("A reader")[4]).toBe("2");
  expect(of("A reader")[10]).toBe("2");
  expect((await lead.look("/nodes?format=csv")).text).not.toContain("Lin");
  const paths = await desk.look("/readers/avnb/paths");
  expect(paths.text).toContain("Lin");
  expect(paths.text).toContain('href="/console/readers/avna"');
});

test("no screen weighs more than 60 KB", async () => {
  for (const path of [
    "/rules",
    "/rules/new",
    "/alerts",
    "/nodes",
    `/briefing?sender=${lin}`,
    "/readers/avmei",
    `/posts/${contentId}/activity`,
  ]) {
    expect((await desk.look(path)).text.length, path).toBeLessThan(60_000);
  }
});
