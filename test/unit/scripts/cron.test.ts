import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { fireCron, needsCron, onEachMinute } from "../../../scripts/local/cron.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("a cron of each minute is fired, none needs nothing, any other is refused", () => {
  expect(needsCron(["* * * * *"])).toBe(true);
  expect(needsCron([])).toBe(false);
  expect(() => needsCron(["* * * * *", "0 3 * * *"])).toThrow('"0 3 * * *"');
});

test("it calls at each full minute, with that minute's time", async () => {
  vi.useFakeTimers({ now: new Date("2026-11-22T10:00:42Z") });
  const times: string[] = [];
  onEachMinute((time) => times.push(time.toISOString()));
  await vi.advanceTimersByTimeAsync(17_999);
  expect(times).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_001);
  expect(times).toEqual(["2026-11-22T10:01:00.000Z", "2026-11-22T10:02:00.000Z"]);
});

test.each([
  ['{"outcome":"ok"}', true],
  ['{"outcome":"exception","noRetry":true}', false],
  ["Not found", false],
])("an answer of %s is %s", async (answer, isFine) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end(answer);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const fired = fireCron(new URL(`http://127.0.0.1:${port}`), new Date(1000));
  await (isFine ? expect(fired).resolves.toBeUndefined() : expect(fired).rejects.toThrow("cron"));
  expect(asked).toEqual(["/cdn-cgi/local/scheduled?cron=*+*+*+*+*&time=1000&format=json"]);
  server.close();
});
