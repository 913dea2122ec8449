/** The console's list of links, which is longer than a page. */
import { expect, test } from "vitest";
import {
  addLink,
  addSender,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
} from "./world.ts";

test("older links are those of the same post, and the file of them has more than a page", async () => {
  await freshWorld();
  const world = await newWorkspace();
  const sender = await addSender(world);
  const [contentId, otherId] = [await publish(world), await publish(world)];
  for (const [of, count] of [
    [otherId, 2],
    [contentId, 30],
  ] as const) {
    for (let at = 0; at < count; at++) {
      await addLink(world, {
        contentId: of,
        senderId: sender.id,
        channel: `group:g${at}`,
      });
    }
  }
  const { body } = await world.call<{ signInUrl: string }>("POST", "/v1/members", {
    name: "Lin Wan",
    role: "head-office",
  });
  const entered = await fetchRaw(new URL(body.signInUrl).pathname, {
    method: "POST",
    headers: { Accept: "text/html", Origin: origin },
    body: new URLSearchParams({ to: "/console" }),
  });
  const Cookie = entered.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const look = async (path: string) =>
    await (await fetchRaw(path, { headers: { Accept: "text/html", Cookie } })).text();
  const rows = (page: string) => page.match(/<th scope="row">/g)?.length ?? 0;

  const first = await look(`/console/links?post=${contentId}`);
  expect(rows(first)).toBe(25);
  const older = /href="(\/console\/links\?[^"]*cursor=[^"]*)"/.exec(first)?.[1] ?? "";
  const second = await look(older.replaceAll("&amp;", "&"));
  const { length } = (await look(`/console/links?post=${contentId}&format=csv`))
    .trim()
    .split("\r\n");
  const made = length - 1;
  expect(made).toBeGreaterThanOrEqual(30);
  expect(rows(second)).toBe(made - 25);
  // What is asked of the second page is asked of it alone.
  expect(second).toMatch(/<input type="hidden" name="cursor" value="[^"]+"/);
  expect(second).toContain(`<input type="hidden" name="post" value="${contentId}"`);
});
