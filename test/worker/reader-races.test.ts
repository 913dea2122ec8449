/** Who a reader is, said by several in the same moment and in every order: what is certain stands, one person is one, and who is gone stays gone. */
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { type ContactId, knownId, type ViewerId } from "../../src/domain/ids.ts";
import { CONSENT_WORDS } from "../../src/pages/reader/consent-words.ts";
import { findAccount } from "../../src/storage/accounts.ts";
import { leaveName } from "../../src/usecases/beats/leave-name.ts";
import type { Caller } from "../../src/usecases/kernel/context.ts";
import { openKit } from "../../src/usecases/sessions/kit-token.ts";
import { knowAgain, stillUnderWay } from "../../src/usecases/sign-in/know-again.ts";
import { eraseViewer } from "../../src/usecases/viewers/erase-viewer.ts";
import { identifyViewer, nameReader } from "../../src/usecases/viewers/identify-viewer.ts";
import { interleaved, overtaken } from "./interleaved.ts";
import { callerIn, newContext, readAndAgree, readingWorld } from "./people.ts";
import { endVisits, env, type World } from "./world.ts";

let world: World;
let sender: { id: string; kitUrl: string };
let code: string;
let queued: string[];

beforeEach(async () => {
  ({ world, sender, code, queued } = await readingWorld());
});

// The numbers are fixed, so that all ends are met in every run of a test.
const few = { numRuns: 8, seed: 7 };

const rows = async (sql: string) =>
  (await env.DB_A.prepare(sql).all<Record<string, unknown>>()).results;
const codesOf = (done: readonly PromiseSettledResult<unknown>[]) =>
  done.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []));

describe.each(["wechat", "wecom"] as const)("a sign-in with %s", (system) => {
  const appId = "wx0123456789abcdef";
  const viewer = (at: number) => knownId<ViewerId>(`a00000000000000${at}`);

  beforeEach(async () => {
    await env.DB_A.prepare(
      `INSERT INTO accounts (workspace_id, system, app_id, ticket_mode, sign_in, updated_at)
       VALUES (?, ?, ?, 'fetched', 'base', 0)`,
    )
      .bind(world.id, system, appId)
      .run();
  });

  /** What comes of a code once the system has said whose it is. */
  async function know(caller: Caller, id: ViewerId, said: string) {
    const account = await findAccount(caller.scope, system);
    if (!account) throw new Error("There is an account");
    const underWay = await stillUnderWay(caller, id, account);
    return await knowAgain(caller, id, { system, appId, ids: [said], underWay });
  }

  test("of one person in three browsers at once makes them one reader", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        for (const table of ["viewers", "outside_ids"])
          await env.DB_A.prepare(`DELETE FROM ${table}`).run();
        const callers = [await callerIn(world), await callerIn(world), await callerIn(world)];
        const done = await interleaved<unknown>(
          scheduler,
          callers.map((caller, at) => () => know(caller, viewer(at), "Li")),
        );
        expect(done.map(({ status }) => status)).toEqual(Array(3).fill("fulfilled"));
        expect(await rows("SELECT DISTINCT coalesce(merged_into, id) FROM viewers")).toHaveLength(
          1,
        );
        expect(await rows("SELECT hash FROM outside_ids")).toHaveLength(1);
      }),
      few,
    );
  });

  test("of two persons in one browser at once is that of one of them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        for (const table of ["viewers", "outside_ids"])
          await env.DB_A.prepare(`DELETE FROM ${table}`).run();
        const callers = [await callerIn(world), await callerIn(world)];
        const done = await interleaved<unknown>(
          scheduler,
          callers.map((caller, at) => () => know(caller, viewer(0), ["Li", "Wang"][at] ?? "")),
        );
        expect(codesOf(done)).toEqual(["forbidden"]);
        expect(await rows("SELECT hash FROM outside_ids")).toHaveLength(1);
      }),
      few,
    );
  });

  test.each([
    ["who is erased meanwhile", async (asking: Caller) => eraseViewer(asking, viewer(0))],
    [
      "whom nobody asks any more",
      () => env.DB_A.prepare("UPDATE accounts SET sign_in = 'off'").run(),
    ],
  ])("keeps nothing of a reader %s", async (_, meanwhile) => {
    const [signing, other] = [await callerIn(world), await callerIn(world)];
    let told: unknown;
    const sign = async () => {
      told = await know(signing, viewer(0), "Li").catch((error: unknown) => error);
    };
    expect(await overtaken("INTO outside_ids", async () => meanwhile(other), sign)).toBe(true);
    expect(told).toMatchObject({ code: "forbidden" });
    expect(await rows("SELECT hash FROM outside_ids")).toEqual([]);
  });
});

describe("a name", () => {
  type Reader = { token: string; cookie: string; id: ViewerId };
  let readers: Reader[];
  let contactId: ContactId;

  beforeEach(async () => {
    await world.call("PATCH", "/v1/workspace", { leaveName: true });
    const browsers = [await readAndAgree(code, queued), await readAndAgree(code, queued)];
    await endVisits(Date.now() + 200_000);
    readers = browsers.map((browser) => {
      const id = /sv_[^=]*=([^.;]+)/.exec(browser.cookie)?.[1] ?? "";
      return { ...browser, id: knownId<ViewerId>(id) };
    });
    const contact = { senderId: sender.id, name: "Mei" };
    const made = await world.call<{ id: string }>("POST", "/v1/contacts", contact);
    contactId = knownId<ContactId>(made.body.id);
  });

  const nobodyIsNamed = async () => {
    await env.DB_A.batch([
      env.DB_A.prepare("UPDATE viewers SET contact_id = NULL, certainty = NULL, named_by = NULL"),
      env.DB_A.prepare("DELETE FROM contacts WHERE id <> ? AND name <> 'X'").bind(contactId),
    ]);
  };

  const leave = async ({ token, cookie }: Reader, name: string) => {
    const jar = new Map(cookie.split("; ").map((one) => one.split("=", 2) as [string, string]));
    const words = { textVersion: CONSENT_WORDS.version, language: "zh-Hans", textHash: "" };
    const signs = {
      cookie: (of: string) => jar.get(of),
      refCookies: [...jar.keys()].filter((each) => each.startsWith("sr_")),
      gpc: false,
    };
    return await leaveName(await newContext(), {
      ...{ token, ...words, ...signs },
      ...{ name, phone: "", agrees: true },
    });
  };
  const kit = async () => {
    const token = new URL(sender.kitUrl).pathname.split("/").at(-1) ?? "";
    const holder = await openKit(await newContext(), "kit", token);
    if (!holder) throw new Error("The kit opens");
    return holder;
  };
  const readerAt = (at: number) => readers[at] as Reader;
  const confirm = async () =>
    identifyViewer(await callerIn(world), readerAt(0).id, { contactId, certainty: "confirmed" });

  test.each([
    ["a reader leaves", () => leave(readerAt(0), "张")],
    ["a sender gives", async () => nameReader(await kit(), readerAt(0).id, { name: "李女士" })],
  ])("that %s never stands in the place of one that is confirmed meanwhile", async (_, say) => {
    const said = async () => {
      await say().catch((error: unknown) => expect(error).toMatchObject({ code: "conflict" }));
    };
    expect(await overtaken('update "viewers"', confirm, said)).toBe(true);
    const [now] = await rows(
      `SELECT contact_id, certainty FROM viewers WHERE id = '${readerAt(0).id}'`,
    );
    expect(now).toEqual({ contact_id: contactId, certainty: "confirmed" });
  });

  test("that a sender gives a reader twice at once is one contact", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        await nobodyIsNamed();
        const give = async () => nameReader(await kit(), readerAt(0).id, { name: "李女士" });
        const done = await interleaved<unknown>(scheduler, [give, give]);
        expect(codesOf(done)).toEqual([]);
        expect(await rows("SELECT id FROM contacts WHERE name = '李女士'")).toHaveLength(1);
      }),
      few,
    );
  });

  test("that is the last that a sender may be left in a day is one reader's", async () => {
    await env.DB_A.batch(
      Array.from({ length: 99 }, (_, at) =>
        env.DB_A.prepare(
          `INSERT INTO contacts (id, workspace_id, sender_id, name, created_at, said_by)
           VALUES (?, ?, ?, 'X', ?, 'a0000000000000000')`,
        ).bind(`a${String(at).padStart(15, "0")}`, world.id, sender.id, Date.now()),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        await nobodyIsNamed();
        const done = await interleaved<unknown>(
          scheduler,
          [0, 1].map((at) => () => leave(readerAt(at), `张${at}`)),
        );
        expect(codesOf(done)).toEqual(["rate-limited"]);
        expect(await rows("SELECT id FROM contacts WHERE said_by IS NOT NULL")).toHaveLength(100);
      }),
      few,
    );
  });
});
