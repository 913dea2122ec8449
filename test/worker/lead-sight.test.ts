/** What a team's lead is told: nothing that only other teams' reads made, and of who reads through both no sums of both. */
import { createExecutionContext } from "cloudflare:test";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { createContext } from "../../src/app.ts";
import {
  type ContentId,
  knownId,
  type SenderId,
  type TagRuleId,
  type ViewerId,
  type WorkspaceId,
} from "../../src/domain/ids.ts";
import { instant } from "../../src/domain/units.ts";
import { readAlerts } from "../../src/usecases/alerts/list-alerts.ts";
import { getBriefing } from "../../src/usecases/briefing/get-briefing.ts";
import { listPosts } from "../../src/usecases/console/list-posts.ts";
import { showPeople } from "../../src/usecases/console/show-people.ts";
import { showReaders } from "../../src/usecases/console/show-readers.ts";
import { showViewer } from "../../src/usecases/console/show-viewer.ts";
import { type Caller, enterWorkspace } from "../../src/usecases/kernel/context.ts";
import { getRelationship } from "../../src/usecases/relationships/get-relationship.ts";
import { listRelationships } from "../../src/usecases/relationships/list-relationships.ts";
import { getContentSenders } from "../../src/usecases/reports/content-senders.ts";
import { getSenderActivity } from "../../src/usecases/reports/sender-activity.ts";
import { getSenderReport } from "../../src/usecases/reports/wide-reports.ts";
import { drawSpread } from "../../src/usecases/spread/draw-spread.ts";
import { findIntroductions } from "../../src/usecases/spread/find-introductions.ts";
import { getSpread } from "../../src/usecases/spread/get-spread.ts";
import { listNodes } from "../../src/usecases/spread/list-nodes.ts";
import { dryRunRule } from "../../src/usecases/tags/dry-run.ts";
import { listTags } from "../../src/usecases/tags/list-tags.ts";
import { getTagHistory, getViewerTags } from "../../src/usecases/tags/viewer-tags.ts";
import { getContentReport } from "../../src/usecases/visits/content-report.ts";
import { sumUnnamedReads } from "../../src/usecases/visits/sum-unnamed-reads.ts";
import { day, endAll, hour, type WrittenVisit, writePastLines, writeVisits } from "./readers.ts";
import {
  addLink,
  addSender,
  env,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

const now = Date.now();
const sql = (text: string, ...values: unknown[]) => env.DB_A.prepare(text).bind(...values);

let world: World;
let ann: string;
let ben: string;
let post: string;
let others: string;
let codes: Record<"ann" | "ben", string>;

let serial = 0;
const visit = (over: Partial<WrittenVisit> = {}): WrittenVisit => ({
  id: `avisit${serial++}`,
  at: now - 2 * hour,
  contentId: post,
  senderId: ann,
  viewerId: "avown",
  code: codes.ann,
  engagedMs: 240_000,
  sections: [100_000, 100_000, 40_000, 0],
  ...over,
});

/** Somebody at a place in a tree. */
const at = (name: string, parent: string | null) => ({
  viewerId: `av${name}`,
  refHash: `r${name}`,
  parentHash: parent && `r${parent}`,
});
const throughBen = () => ({ senderId: ben, code: codes.ben });

async function lead(): Promise<Caller> {
  const ctx = await createContext(env, createExecutionContext(), "test", origin);
  const actor = { kind: "console", id: "alead", scopes: ["read"], team: "A" } as const;
  const caller = await enterWorkspace(ctx, knownId<WorkspaceId>(world.id), actor);
  return { ...caller, now: () => instant(now) };
}

/** Who sees all, at the same moment. */
async function headOffice(): Promise<Caller> {
  return {
    ...(await lead()),
    actor: { kind: "console", id: "ahead", scopes: ["read"], team: null },
  };
}

const viewer = (name: string) => knownId<ViewerId>(`av${name}`);
const content = () => knownId<ContentId>(post);

/** All that a lead may ask of what was read. */
async function told(names: readonly string[]): Promise<Record<string, unknown>> {
  const caller = await lead();
  const answers: Record<string, unknown> = {
    alerts: await readAlerts(caller, { limit: 50 }),
    nodes: await listNodes(caller, {}),
    topic: await listNodes(caller, { topic: "创造力" }),
    report: await getContentReport(caller, content()),
    period: await getContentReport(caller, content(), { since: instant(now - 40 * day) }),
    senders: await getContentSenders(caller, content()),
    activity: await getSenderActivity(caller, knownId<SenderId>(ann)),
    briefing: await getBriefing(caller, knownId<SenderId>(ann)),
    unnamed: await sumUnnamedReads(caller, {}),
    readers: await showReaders(caller, {}),
    people: await showPeople(caller, undefined),
    posts: await listPosts(caller),
  };
  for (const name of names) {
    answers[`tags ${name}`] = await getViewerTags(caller, viewer(name));
    answers[`history ${name}`] = await getTagHistory(caller, viewer(name), {
      tag: "interest:创造力",
    });
    answers[`viewer ${name}`] = await showViewer(caller, viewer(name));
  }
  return answers;
}

async function publishRule(tag: string, when: object) {
  const rule = {
    when,
    tag,
    points: 10,
    halfLifeDays: null,
    cooldownDays: 0,
    use: "x",
    notify: true,
  };
  const { body } = await world.call<{ id: string }>("POST", "/v1/tag-rules", rule);
  await world.call("POST", `/v1/tag-rules/${body.id}/publish`, {});
}

beforeAll(async () => {
  await freshWorld();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  world = await newWorkspace({ timezone: "UTC" });
  ann = (await addSender(world, "Ann", { team: "A" })).id;
  ben = (await addSender(world, "Ben", { team: "B" })).id;
  post = await publish(world);
  others = await publish(world, { ...sampleContent, title: "乙队的一篇", topics: ["乙题"] });
  const link = async (senderId: string) =>
    (await addLink(world, { contentId: post, senderId, channel: "chat" })).code;
  codes = { ann: await link(ann), ben: await link(ben) };
  await publishRule("读得久", { all: [{ kind: "engaged", atLeastMs: 30_000 }] });
  await publishRule("又来读", { all: [{ kind: "times", atLeast: 2 }] });
  await publishRule("传开了", { all: [{ kind: "reshare", readers: 2 }] });
  await sql("UPDATE tag_rule_versions SET since = NULL").run();
  await writeVisits(world, [
    visit({ at: now - 20 * hour, ...at("own", null) }),
    visit({ at: now - 2 * hour, ...at("own", null) }),
    visit({ ...at("after", "own") }),
    visit({ ...at("both", null), engagedMs: 31_000, sections: [31_000, 0, 0, 0] }),
    visit({ viewerId: null }),
  ]);
  await endAll();
});

test("no figure, rank, verdict or record moves with what others' readers do", async () => {
  const before = await told(["own", "after", "both"]);
  // Else nothing would be left to keep to oneself.
  expect(before).toMatchObject({
    alerts: { items: { length: 5 } },
    nodes: { kinds: { length: 2 } },
    briefing: { items: { length: 2 } },
  });
  await writeVisits(world, [
    ...Array.from({ length: 24 }, (_, index) =>
      visit({ ...throughBen(), ...at(`b${index}`, index < 12 ? null : "b0") }),
    ),
    visit({ ...throughBen(), contentId: others, viewerId: "avb1", at: now - 3 * hour }),
    visit({ ...throughBen(), viewerId: null }),
  ]);
  await endAll();
  // Over all outcomes the one reason is worth much, and the other is hidden.
  await writePastLines(world, ben, "avb", { kind: "section-again", outcome: "deal" });
  await writePastLines(world, ben, "avc", { kind: "long-read", shown: 30 });
  const whole = await getBriefing(await headOffice(), knownId<SenderId>(ann));
  expect(whole.precision).toContainEqual(
    expect.objectContaining({ kind: "long-read", isHidden: true }),
  );
  const all = await world.call<{ judged: number }>("GET", "/v1/nodes");
  expect(all.body.judged).toBeGreaterThan(0);
  expect(await told(["own", "after", "both"])).toEqual(before);
});

test("a list that is kept is ordered and valued by the lead's own team, and nobody's third is told", async () => {
  // The lead's own team has a record of its own, by which the other reason is worth more.
  await writePastLines(world, ann, "ava", { kind: "long-read", outcome: "deal", shown: 40 });
  await world.call("POST", `/v1/senders/${ann}/briefing`, {});
  await sql(
    "UPDATE briefing_items SET line = json_set(line, '$.isRisingMiddle', json('true')) WHERE date > '2021'",
  ).run();
  const sender = knownId<SenderId>(ann);
  const own = await getBriefing(await lead(), sender);
  const whole = await getBriefing(await headOffice(), sender);
  const ids = (list: typeof own) => list.items.map(({ id }) => id);
  expect(own.madeAt).not.toBeNull();
  expect(ids(own).toSorted()).toEqual(ids(whole).toSorted());
  expect(own.items.map(({ isRisingMiddle }) => isRisingMiddle)).not.toContain(true);
  const before = own.items.map(({ id, score, why }) => [id, score, why.map(({ kind }) => kind)]);
  expect(before).not.toEqual(
    whole.items.map(({ id, score, why }) => [id, score, why.map(({ kind }) => kind)]),
  );
  await sql(
    "UPDATE briefing_items SET outcome = NULL, settled_at = NULL WHERE sender_id = ?",
    ben,
  ).run();
  const after = await getBriefing(await lead(), sender);
  expect(after).toEqual(own);
});

describe("of who reads through both teams", () => {
  beforeAll(async () => {
    await sql(
      "INSERT INTO contacts (id, workspace_id, sender_id, name, created_at) VALUES ('abens', ?, ?, '乙队的客户', 1)",
      world.id,
      ben,
    ).run();
    const name =
      "UPDATE viewers SET contact_id = 'abens', certainty = 'confirmed' WHERE id = 'avboth'";
    await sql(name).run();
    await writeVisits(world, [
      visit({ ...throughBen(), viewerId: "avboth", at: now - 50 * day }),
      visit({ ...throughBen(), viewerId: "avboth", at: now - 4 * hour }),
      visit({ ...throughBen(), contentId: others, viewerId: "avboth", at: now - 3 * hour }),
      visit({ ...throughBen(), ...at("b30", "both"), contentId: post }),
      visit({ at: now - hour, viewerId: "avboth", engagedMs: 33_000, sections: [33_000, 0, 0, 0] }),
    ]);
    await endAll();
  });

  test("no name, title or topic of the other's is told", async () => {
    const answers = await told(["own", "both"]);
    // Posts are everybody's to share; who read them is not.
    const { posts: _, activity: __, people: ___, ...read } = answers;
    for (const [verb, answer] of Object.entries(read)) {
      expect(JSON.stringify(answer), verb).not.toMatch(/Ben|乙队|乙题|abens/);
    }
  });

  test("an alert that adds reads up is not shown, and one of a single read is", async () => {
    const { body } = await world.call<{ items: { viewerId: string; tag: string }[] }>(
      "GET",
      `/v1/alerts?senderId=${ann}`,
    );
    const tags = body.items.flatMap(({ viewerId, tag }) => (viewerId === "avboth" ? [tag] : []));
    expect(tags).toContain("又来读");
    const { items } = await readAlerts(await lead(), { limit: 50 });
    const own = items.filter(({ viewerId }) => viewerId === "avboth");
    expect(own.map(({ tag }) => tag)).toEqual(["读得久", "读得久"]);
    expect(own.map(({ sentence }) => sentence.en).join()).toMatch(/for 33 s.*for 31 s/);
  });

  test("how they read a post that both shared is not known", async () => {
    const { kinds } = await listNodes(await lead(), {});
    expect(kinds.find(({ senderId }) => senderId === ann)).toMatchObject({
      direct: 2,
      known: 1,
      indirect: 1,
    });
    expect(kinds.some(({ senderId }) => senderId === ben)).toBe(false);
    const { items } = await getContentSenders(await lead(), content());
    expect(items).toMatchObject([{ senderId: ann, thorough: { hits: 2, trials: 2 } }]);
  });

  test("a day's list speaks of the reads through its sender alone", async () => {
    const { items } = await getBriefing(await lead(), knownId<SenderId>(ann));
    const line = items.find(({ viewerId }) => viewerId === "avboth");
    expect((line?.why ?? []).map(({ kind }) => kind)).not.toContain("passed-on");
    expect(line?.isRisingMiddle ?? false).toBe(false);
  });
});

test("what shows people of all teams is not for a lead", async () => {
  const caller = await lead();
  const id = viewer("both");
  for (const asked of [
    () => getSpread(caller, content(), { limit: 10 }),
    () => drawSpread(caller, content(), { language: "en" }),
    () => findIntroductions(caller, id),
    () => listRelationships(caller, { limit: 10 }),
    () => getRelationship(caller, id),
    () => listTags(caller),
    () => dryRunRule(caller, knownId<TagRuleId>("arule")),
    () => getSenderReport(caller, knownId<SenderId>(ben)),
  ]) {
    await expect(asked()).rejects.toMatchObject({ code: "forbidden" });
  }
});
