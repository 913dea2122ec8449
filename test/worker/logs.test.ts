/** What is written to logs when something fails: an event, a request's id and where it broke; nobody's name. */
import { createExecutionContext, createScheduledController } from "cloudflare:test";
import { beforeEach, expect, test, vi } from "vitest";
import worker from "../../src/index.ts";
import {
  addLink,
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

const person = { name: "Private Person", phone: "13800000000" };

let world: World;
let code: string;
let lines: string[];

beforeEach(async () => {
  vi.restoreAllMocks();
  await freshWorld();
  world = await newWorkspace();
  const contentId = await publish(world);
  code = (await addLink(world, { contentId, senderId: (await addSender(world)).id })).code;
  lines = [];
  for (const level of ["debug", "error", "info", "log", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...said: unknown[]) => {
      lines.push(said.map(String).join(" "));
    });
  }
});

/** Every statement fails, and its message repeats what it was given, as drizzle's does. */
function databaseFails() {
  const failed = () =>
    new Error(`Failed query: insert into senders params: ${Object.values(person)}`);
  vi.spyOn(env.DB_A, "prepare").mockImplementation(() => {
    throw failed();
  });
  vi.spyOn(env.DB_A, "batch").mockRejectedValue(failed());
}

function expectNamesNobody(event: string) {
  expect(lines.map((line) => JSON.parse(line).event)).toContain(event);
  for (const line of lines) {
    expect(line).not.toMatch(/Private|13800000000|insert into/);
    expect(JSON.parse(line)).toMatchObject({
      requestId: expect.stringMatching(/./),
      stack: expect.stringMatching(/^\s+at /),
    });
  }
}

test("of a call that fails", async () => {
  databaseFails();
  const { status } = await world.call("POST", "/v1/senders", person);
  expect(status).toBe(500);
  expectNamesNobody("unexpected-error");
});

test("of a page that fails", async () => {
  databaseFails();
  expect((await fetchRaw("/s/aBcDeFgH", { headers: { Accept: "text/html" } })).status).toBe(500);
  expectNamesNobody("unexpected-error");
});

test("of what goes on after an answer", async () => {
  vi.spyOn(env.CACHE, "put").mockRejectedValue(new Error(`No room for ${person.name}`));
  expect((await fetchRaw(`/s/${code}`)).status).toBe(302);
  await vi.waitFor(() => expectNamesNobody("not-done-after-the-answer"));
});

test("of beats, jobs and letters that cannot be written", async () => {
  databaseFails();
  await deliver("beats", [`${code} count1 open`]);
  expectNamesNobody("beats-not-written");
  await deliver("jobs", ["aJob"]);
  expectNamesNobody("job-failed");
  await deliver("beats-dead", [`${code} count1 open`]);
  expectNamesNobody("dead-letters-not-kept");
});

test("of the clock's work, whose error says no more than its name", async () => {
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  databaseFails();
  const turn = worker.scheduled?.(createScheduledController(), env, createExecutionContext());
  await expect(turn).rejects.toThrow(/^Some of the clock's work failed: [\w, -]+$/);
  expectNamesNobody("clock-task-failed");
});
