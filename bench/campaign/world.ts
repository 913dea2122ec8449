/** The campaign's workspace, and its way through the real ingest: queue, closing, outbox, consumers, morning. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { knownId, shardOf, type ViewerId, type WorkspaceId } from "../../src/domain/ids.ts";
import { type Instant, instant } from "../../src/domain/units.ts";
import { outboxConsumers } from "../../src/generated/outbox-consumers.ts";
import { encodeMessage } from "../../src/tracking/beat-message.ts";
import { consentMessage } from "../../src/tracking/queue-messages.ts";
import { consumeBeats } from "../../src/usecases/beats/consume-beats.ts";
import { makeBriefings } from "../../src/usecases/briefing/make-briefings.ts";
import { type Caller, type Context, enterWorkspace } from "../../src/usecases/kernel/context.ts";
import { Keyring } from "../../src/usecases/keyring.ts";
import { drainOutbox } from "../../src/usecases/outbox/drain-outbox.ts";
import { scorePassedOn } from "../../src/usecases/tags/score-passed-on.ts";
import { eraseViewer } from "../../src/usecases/viewers/erase-viewer.ts";
import { openDatabase } from "./d1.ts";
import { type Plan, sectionMs, sections } from "./plan.ts";

export type World = {
  ctx: Context;
  caller: () => Promise<Caller>;
  raw: DatabaseSync;
  at: (now: number) => void;
};

const workspace = knownId<WorkspaceId>("aworkspace");
const batchSize = 100;

export async function openWorld(plan: Plan): Promise<World> {
  const folder = join(import.meta.dirname, "../../migrations");
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  const { d1, raw } = openDatabase(files.map((file) => readFileSync(join(folder, file), "utf8")));
  let now = plan.start;
  const fault = (event: string, error?: unknown) => {
    throw new Error(`The system logged ${event}`, { cause: error });
  };
  const ctx = {
    shards: new Map([[shardOf("a"), d1]]),
    now: () => now,
    keys: await Keyring.parse("1:campaign-signing-key-0123456789"),
    origin: "https://starling.test",
    requestId: "campaign",
    // No call of anybody's, so that nothing bounds what it asks.
    asked: () => 0,
    mayAsk: () => true,
    log: { warn: fault, error: fault },
    model: undefined,
  } as unknown as Context;
  write(raw, plan);
  return {
    ctx,
    raw,
    caller: () => enterWorkspace(ctx, workspace, { kind: "job", id: knownId("acampaign") }),
    at: (moment) => {
      now = instant(moment);
    },
  };
}

/** Tables by rows, with what a row does not say left to the table. */
function write(raw: DatabaseSync, { senders, contents, start }: Plan): void {
  const insert = (table: string, rows: readonly Record<string, unknown>[]) => {
    const names = Object.keys(rows[0] ?? {});
    const text = `INSERT INTO ${table} (${names}) SELECT ${names.map((name) => `value ->> '${name}'`)} FROM json_each(?)`;
    raw.prepare(text).run(JSON.stringify(rows));
  };
  insert("workspaces", [
    {
      id: workspace,
      name: "Campaign",
      timezone: "Asia/Shanghai",
      consent_mode: "notice",
      retention_days: 365,
      brands: "[]",
      banned_words: "[]",
      created_at: start,
    },
  ]);
  insert(
    "senders",
    senders.map(({ id }, at) => ({
      id,
      workspace_id: workspace,
      seat: at + 1,
      name: `Sender ${at}`,
      kit_epoch: 1,
      created_at: start,
    })),
  );
  const parts = JSON.stringify(
    Array.from({ length: sections }, (_, at) => ({
      id: `s${at}`,
      heading: `Part ${at}`,
      html: "",
      expectedMs: sectionMs,
    })),
  );
  insert(
    "contents",
    contents.map(({ id, topic }) => ({
      id,
      workspace_id: workspace,
      title: topic,
      body: "",
      sections: parts,
      drafts: "[]",
      topics: JSON.stringify([topic]),
      language: "zh-Hans",
      draft_version: 1,
      published_version: 1,
      created_at: start,
      updated_at: start,
      vetoes: "[]",
    })),
  );
  insert(
    "versions",
    contents.map(({ id, topic }) => ({
      content_id: id,
      version: 1,
      workspace_id: workspace,
      title: topic,
      language: "zh-Hans",
      topics: JSON.stringify([topic]),
      sections: parts,
      images: "[]",
      plan: "",
      codebook: "",
      report: "",
      published_at: start,
    })),
  );
  insert(
    "links",
    senders.flatMap(({ id, codes }) =>
      codes.map((code, of) => ({
        code,
        workspace_id: workspace,
        target: contents[of]?.id,
        content_id: contents[of]?.id,
        sender_id: id,
        channel: "moments",
        created_at: start,
      })),
    ),
  );
}

/** What goes wrong on the way, besides what is planned: how often a message comes twice, how far out of order. */
const twice = 0.05;
const disorderMs = 40_000;

/**
 * Plays the campaign hour by hour: messages out of order and some twice, visits that end, the outbox told, now and
 * then told all over again, people forgotten half-way, and the last morning.
 */
export async function playCampaign(world: World, plan: Plan, random: () => number): Promise<void> {
  const { ctx, at, raw } = world;
  const consumers = await Promise.all(Object.values(outboxConsumers).map((load) => load()));
  const messages = [
    ...plan.beats.map((beat) => ({ body: encodeMessage(beat), at: beat.receivedAt })),
    ...plan.answers.map((answer) => ({ body: consentMessage(answer), at: answer.answeredAt })),
  ].flatMap((message) => (random() < twice ? [message, message] : [message]));
  const queue = messages
    .map((message) => ({ ...message, place: message.at + random() * disorderMs }))
    .sort((a, b) => a.place - b.place);
  let next = 0;
  let id = 0;
  const hour = 3_600_000;
  const isErasedAt = plan.start + 10 * 24 * hour;
  for (let clock = plan.start + hour; clock <= plan.end; clock += hour) {
    at(clock);
    for (;;) {
      const batch = queue
        .slice(next, next + batchSize)
        .filter(({ place }) => place < clock - disorderMs);
      if (batch.length === 0) break;
      next += batch.length;
      await consume(
        ctx,
        batch.map(({ body, at: sentAt }) => ({
          id: String(id++),
          body,
          sentAt: instant(Math.min(sentAt, clock)),
        })),
      );
    }
    await consume(ctx, [{ id: String(id++), body: "a tick1", sentAt: instant(clock) }]);
    await drain(ctx, consumers, raw);
    if (clock === isErasedAt) await erase(world, plan.erased);
    // As after a crash: told again from the day before.
    if ((clock / hour) % 53 === 0) {
      raw.exec("UPDATE outbox_positions SET seq = max(0, seq - 5)");
      await drain(ctx, consumers, raw);
    }
  }
  const d1 = ctx.shards.get(shardOf("a"));
  if (!d1) throw new Error("The shard is not there");
  await scorePassedOn(ctx, d1);
  // The last morning: ten o'clock by the workspace's clock.
  at(plan.end);
  for (let turn = 0; turn < 8; turn++) await makeBriefings(ctx, d1);
}

async function consume(
  ctx: Context,
  messages: { id: string; body: string; sentAt: Instant }[],
): Promise<void> {
  const verdicts = await consumeBeats(ctx, messages);
  if ([...verdicts.values()].some((verdict) => verdict !== "written")) {
    throw new Error("A message was not written");
  }
}

async function drain(
  ctx: Context,
  consumers: Parameters<typeof drainOutbox>[1],
  raw: DatabaseSync,
): Promise<void> {
  const places = () => JSON.stringify(raw.prepare("SELECT * FROM outbox_positions").all());
  let before: string;
  do {
    before = places();
    await drainOutbox(ctx, consumers);
  } while (places() !== before);
}

/** Erases people by the verb that a workspace's key calls, one after the other; whoever has not come yet has nothing. */
async function erase(world: World, viewers: ReadonlySet<string>): Promise<void> {
  const caller = await world.caller();
  const known = world.raw
    .prepare("SELECT v.id FROM json_each(?) j JOIN viewers v ON v.id = j.value ORDER BY v.id")
    .all(JSON.stringify([...viewers]));
  for (const { id } of known) await eraseViewer(caller, knownId<ViewerId>(String(id)));
}
