/** What colleagues and programs change in the same moment, in every order: nothing is made twice, lost, or written for who left. */
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  type ApiKeyId,
  type ContentId,
  knownId,
  type MemberId,
  type SenderId,
} from "../../src/domain/ids.ts";
import { revokeApiKey } from "../../src/usecases/api-keys/revoke-api-key.ts";
import { getCapacity } from "../../src/usecases/contents/get-capacity.ts";
import { settleSuggestions } from "../../src/usecases/contents/settle-suggestions.ts";
import { updateContent } from "../../src/usecases/contents/update-content.ts";
import { writeSentence } from "../../src/usecases/contents/write-sentence.ts";
import { createLink } from "../../src/usecases/links/create-link.ts";
import { createLinks } from "../../src/usecases/links/create-links.ts";
import { endMember } from "../../src/usecases/members/end-member.ts";
import { renewLink } from "../../src/usecases/members/renew-link.ts";
import { signInByLink } from "../../src/usecases/members/sign-in.ts";
import { runJob } from "../../src/usecases/run-job.ts";
import { createSenders } from "../../src/usecases/senders/create-senders.ts";
import { deleteSender } from "../../src/usecases/senders/delete-sender.ts";
import { handOver } from "../../src/usecases/senders/hand-over.ts";
import { upsertSender } from "../../src/usecases/senders/upsert-sender.ts";
import { interleaved, overtaken } from "./interleaved.ts";
import { callerIn } from "./people.ts";
import {
  addLink,
  addSender,
  env,
  freshWorld,
  newWorkspace,
  sampleContent,
  type World,
} from "./world.ts";

let world: World;

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  vi.spyOn(env.JOBS, "send").mockResolvedValue({} as never);
  world = await newWorkspace();
});

// The numbers are fixed, so that all ends are met in every run of a test.
const few = { numRuns: 6, seed: 7 };

const rows = async <Row>(sql: string, ...params: unknown[]) =>
  (
    await env.DB_A.prepare(sql)
      .bind(...params)
      .all<Row>()
  ).results;
const codeOf = (done: PromiseSettledResult<unknown> | undefined) =>
  done?.status === "rejected" ? (done.reason as { code?: string }).code : undefined;
const asMany = <T>(count: number, act: (at: number) => () => Promise<T>) =>
  Array.from({ length: count }, (_, at) => act(at));
const idOf = async (sender: Promise<{ id: string }>) => knownId<SenderId>((await sender).id);

describe("a sender of an external id", () => {
  const alive = (externalId: string) =>
    rows<{ id: string; name: string; seat: number }>(
      "SELECT id, name, seat FROM senders WHERE external_id = ? AND deleted_at IS NULL",
      externalId,
    );

  test("is one, whoever puts it first, alone or among many, and is told to be new once", async () => {
    const names = new Set<string>();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const [first, second] = [`a${run}`, `b${run++}`];
        const bulk = (name: string) => async () =>
          createSenders(await callerIn(world), [
            { name, externalId: first },
            { name, externalId: second },
          ]);
        const done = await interleaved<unknown>(scheduler, [
          async () => upsertSender(await callerIn(world), first, { name: "甲" }),
          bulk("乙"),
          bulk("丙"),
        ]);
        expect(done.map(({ status }) => status)).toEqual(Array(3).fill("fulfilled"));
        for (const externalId of [first, second]) {
          const stand = await alive(externalId);
          expect(stand).toHaveLength(1);
          names.add(stand[0]?.name ?? "");
        }
        const told = done.slice(1).flatMap((one) => {
          if (one.status !== "fulfilled") return [];
          const { answer } = one.value as { answer: { results: { status: string }[] } };
          return answer.results.map(({ status }) => status);
        });
        // Of the first the third may have made the row; of the second it is one of the two.
        const news = [told[0], told[2]].filter((status) => status === "created");
        expect(news.length).toBeLessThanOrEqual(1);
        expect([told[1], told[3]].toSorted()).toEqual(["created", "updated"]);
      }),
      few,
    );
    expect(names.size).toBeGreaterThan(1);
    const seats = await rows<{ seat: number }>("SELECT seat FROM senders");
    expect(new Set(seats.map(({ seat }) => seat)).size).toBe(seats.length);
  });

  test.each(["alone", "among many"])(
    "who leaves while somebody puts them is somebody new, put %s",
    async (how) => {
      const left = await idOf(addSender(world, "甲", { externalId: "x" }));
      const [leaving, putting] = [await callerIn(world), await callerIn(world)];
      const put = () =>
        how === "alone"
          ? upsertSender(putting, "x", { name: "乙" })
          : createSenders(putting, [{ name: "乙", externalId: "x" }]);
      const write = how === "alone" ? 'update "senders"' : "UPDATE senders";
      const came = await overtaken(write, () => deleteSender(leaving, left), put);
      expect(came).toBe(true);
      const [stands] = await alive("x");
      expect(stands).toMatchObject({ name: "乙" });
      expect(stands?.id).not.toBe(left);
      expect(await rows("SELECT name FROM senders WHERE id = ?", left)).toEqual([{ name: "甲" }]);
    },
  );
});

describe("a link", () => {
  test("of one target, sender and channel is one, made at once alone and among many", async () => {
    const senderId = await idOf(addSender(world));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const link = { url: `https://shop.example/${run++}`, senderId };
        const done = await interleaved<unknown>(scheduler, [
          async () => (await createLink(await callerIn(world), link)).answer.code,
          async () => (await createLink(await callerIn(world), link)).answer.code,
          async () => {
            const { answer } = await createLinks(await callerIn(world), [link, link]);
            return answer.results.map((one) => ("link" in one ? one.link?.code : one));
          },
        ]);
        expect(done.map(({ status }) => status)).toEqual(Array(3).fill("fulfilled"));
        const stand = await rows<{ code: string }>(
          "SELECT code FROM links WHERE url = ?",
          link.url,
        );
        const [code] = stand.map((row) => row.code);
        expect(stand).toHaveLength(1);
        const told = done.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
        expect(told.flat()).toEqual([code, code, code, code]);
      }),
      few,
    );
  });

  test.each(["alone", "among many"])(
    "is not made %s for who is handed over meanwhile",
    async (how) => {
      const [leaver, taker] = [await idOf(addSender(world)), await idOf(addSender(world, "B"))];
      const [handing, making] = [await callerIn(world), await callerIn(world)];
      const link = { url: "https://shop.example/a", senderId: leaver };
      let told: unknown;
      const make = async () => {
        told = await (how === "alone"
          ? createLink(making, link)
          : createLinks(making, [link])
        ).catch((error: unknown) => error);
      };
      expect(await overtaken("INTO links", () => handOver(handing, leaver, taker), make)).toBe(
        true,
      );
      expect(JSON.stringify(told)).toContain("not-found");
      expect(await rows("SELECT code FROM links")).toEqual([]);
    },
  );

  test("is handed to nobody who leaves in the same moment", async () => {
    const [leaver, taker] = [await idOf(addSender(world)), await idOf(addSender(world, "B"))];
    await addLink(world, { url: "https://shop.example/a", senderId: leaver });
    const [handing, leaving] = [await callerIn(world), await callerIn(world)];
    let told: unknown;
    const hand = async () => {
      told = await handOver(handing, leaver, taker).catch((error: unknown) => error);
    };
    expect(await overtaken("UPDATE links", () => deleteSender(leaving, taker), hand)).toBe(true);
    expect(told).toMatchObject({ code: "not-found" });
    expect(await rows("SELECT sender_id FROM links")).toEqual([{ sender_id: leaver }]);
  });
});

describe("who may do everything", () => {
  test("is never nobody: of keys that end each other in a ring one stays", async () => {
    for (const name of ["B", "C"]) {
      await world.call("POST", "/v1/api-keys", { name, scopes: ["admin"] });
    }
    const keys = (await rows<{ id: string }>("SELECT id FROM api_keys")).map(({ id }) =>
      knownId<ApiKeyId>(id),
    );
    expect(keys).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        await env.DB_A.prepare("UPDATE api_keys SET revoked_at = NULL").run();
        const done = await interleaved<unknown>(
          scheduler,
          asMany(
            3,
            (at) => async () =>
              revokeApiKey(await callerIn(world), keys[at] ?? expect.unreachable()),
          ),
        );
        expect(done.map(codeOf).filter(Boolean)).toEqual(["conflict"]);
        expect(await rows("SELECT id FROM api_keys WHERE revoked_at IS NULL")).toHaveLength(1);
      }),
      few,
    );
  });

  const member = async () => {
    const { body } = await world.call<{ id: string; signInUrl: string }>("POST", "/v1/members", {
      ...{ name: "Wang", role: "head-office" },
    });
    const token = new URL(body.signInUrl).pathname.split("/").at(-1) ?? "";
    return { id: knownId<MemberId>(body.id), token };
  };

  test("comes in once by a link, of all who use it at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { token } = await member();
        const done = await interleaved<unknown>(
          scheduler,
          asMany(3, () => async () => signInByLink(await callerIn(world), token)),
        );
        const refused = done.map(codeOf).filter(Boolean);
        expect(refused).toEqual(["unauthenticated", "unauthenticated"]);
      }),
      few,
    );
  });

  test.each([
    ["a newer one is made", renewLink],
    ["their work is ended", endMember],
  ])("does not come in by a link where meanwhile %s", async (_, meanwhile) => {
    const { id, token } = await member();
    const [entering, other] = [await callerIn(world), await callerIn(world)];
    let told: unknown;
    const enter = async () => {
      told = await signInByLink(entering, token).catch((error: unknown) => error);
    };
    const write = 'update "members"';
    expect(await overtaken(write, async () => meanwhile(other, id), enter)).toBe(true);
    expect(told).toMatchObject({ code: "unauthenticated" });
  });
});

describe("a content", () => {
  const make = async () => {
    const made = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    return knownId<ContentId>(made.body.id);
  };
  const read = async <T>(path: string) => (await world.call<T>("GET", path)).body;

  test("is changed by the first of all who decided on one state of it, in whatever way", async () => {
    await addSender(world);
    const winners = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const id = await make();
        const { revision } = await read<{ revision: string }>(`/v1/contents/${id}`);
        const sentences = await read<{
          revision: string;
          drafts: { sentences: { id: string; text: string; lock: string | null }[] }[];
        }>(`/v1/contents/${id}/sentences`);
        const decided = { revision: sentences.revision };
        const offered = await world.call<{ suggestions: { id: string }[] }>(
          "POST",
          `/v1/contents/${id}/suggestions`,
          {},
        );
        const approve = offered.body.suggestions.slice(0, 1).map((one) => one.id);
        const [drafts] = [[...sampleContent.drafts, "另外写一版：周末有空就来坐坐。"]];
        const sentence = sentences.drafts[0]?.sentences[0];
        const done = await interleaved<unknown>(scheduler, [
          async () => updateContent(await callerIn(world), id, { drafts, revision }),
          async () =>
            writeSentence(await callerIn(world), id, sentence?.id ?? "", {
              write: [`${sentence?.text}`.replace("陪孩子", "带孩子")],
              ...decided,
            }),
          async () => settleSuggestions(await callerIn(world), id, { approve, ...decided }),
        ]);
        const won = done.flatMap(({ status }, at) => (status === "fulfilled" ? [at] : []));
        expect(won).toHaveLength(1);
        expect(done.map(codeOf).filter(Boolean)).toEqual(["conflict", "conflict"]);
        winners.add(won[0] ?? -1);
      }),
      few,
    );
    expect(winners.size).toBeGreaterThan(1);
  });

  test("has its capacity counted by one job, however many ask at once", async () => {
    await addSender(world);
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const id = await make();
        const done = await interleaved<unknown>(
          scheduler,
          asMany(3, () => async () => (await getCapacity(await callerIn(world), id)).answer),
        );
        const asked = await rows<{ id: string }>(
          "SELECT id FROM jobs WHERE kind = 'capacity' AND input LIKE ?",
          `%${id}%`,
        );
        expect(asked).toHaveLength(1);
        const told = done.map((one) => (one.status === "fulfilled" ? one.value : one.reason));
        expect(told).toEqual(Array(3).fill(expect.objectContaining({ jobId: asked[0]?.id })));
      }),
      few,
    );
  });

  test("keeps the count of its newest state, where one of an older state ends later", async () => {
    await addSender(world);
    const id = await make();
    const ask = async () => (await getCapacity(await callerIn(world), id)).answer;
    const jobOf = (answer: Awaited<ReturnType<typeof ask>>) =>
      "jobId" in answer ? answer.jobId : expect.unreachable();
    const [older, counting] = [jobOf(await ask()), await callerIn(world)];
    const meanwhile = async () => {
      await updateContent(await callerIn(world), id, { drafts: ["今晚八点见。"] });
      await runJob(await callerIn(world), jobOf(await ask()));
    };
    expect(await overtaken('"capacity" = ', meanwhile, () => runJob(counting, older))).toBe(true);
    expect(await ask()).toMatchObject({ seats: 1, served: 1 });
  });
});
