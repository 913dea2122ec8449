/** A browser whose viewer was erased or withdrew elsewhere: it is asked again, and nothing is recorded for who they were. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  consent,
  drain,
  jar,
  openPage,
  passTime,
  phone,
  readAndAgree,
  readingWorld,
  readOn,
} from "./people.ts";
import { endVisits, env, fetchRaw, type World } from "./world.ts";

let world: World;
let code: string;
let queued: string[];

beforeEach(async () => {
  ({ world, code, queued } = await readingWorld());
});

const viewers = async () => {
  const { results } = await env.DB_A.prepare("SELECT id FROM viewers ORDER BY created_at").all<{
    id: string;
  }>();
  return results.map(({ id }) => id);
};
const rungs = async () => {
  const { results } = await env.DB_A.prepare(
    "SELECT rung, viewer_id AS viewerId, code FROM visits",
  ).all();
  return results;
};
const stateOf = (html: string) => /data-state="([a-z]+)"/.exec(html)?.[1];

/** The page as a browser with these cookies gets it, after whatever redirect. */
async function page(cookie: string) {
  const headers = { "User-Agent": phone, Cookie: cookie };
  const first = await fetchRaw(`/s/${code}`, { headers });
  const answer = await fetchRaw(first.headers.get("Location") ?? "", { headers });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  const token = /data-token="([^"]+)"/.exec(html)?.[1] ?? "";
  return { html, token, state: stateOf(html), cookies: answer.headers.getSetCookie() };
}

const ways: [string, (id: string) => Promise<number>][] = [
  ["erased by the company", async (id) => (await world.call("DELETE", `/v1/viewers/${id}`)).status],
  [
    "withdrawn by the company",
    async (id) => (await world.call("POST", `/v1/viewers/${id}/withdraw`)).status,
  ],
];

describe.each(["opt-in", "notice"])("in mode %s", (consentMode) => {
  describe.each(ways)("who was %s", (_what, end) => {
    let cookie: string;
    let before: string;

    beforeEach(async () => {
      ({ cookie } = await readAndAgree(code, queued));
      await endVisits();
      const [id = ""] = await viewers();
      before = id;
      expect(cookie).toContain(before);
      await world.call("PATCH", "/v1/workspace", { consentMode });
      expect((await page(cookie)).state).not.toBe("ask");
      expect(await end(before)).toBeLessThan(300);
    });

    test("is asked, told of no yes, and their browser forgets who they were", async () => {
      const { state, cookies } = await page(cookie);
      expect(state).toBe("ask");
      expect(cookies.map((line) => /^(s[vr])_\w+=;.*Max-Age=0/.exec(line)?.[1]).toSorted()).toEqual(
        ["sr", "sv"],
      );
    });

    test("reads on as nobody, by the page and by its script", async () => {
      const kept = await viewers();
      await env.DB_A.prepare("DELETE FROM visits").run();
      const { token } = await page(cookie);
      await readOn(token);
      const opened = await fetchRaw("/t/open", {
        method: "POST",
        headers: { "User-Agent": phone, Cookie: cookie },
        body: `2 ${code}~0.5~2000 1 c 0 1000 0 0 300 1000`,
      });
      expect(opened.status).toBe(200);
      await drain(queued);
      await endVisits();
      expect(await viewers()).toEqual(kept);
      expect(await rungs()).toEqual([
        { rung: "aggregate", viewerId: null, code: null },
        { rung: "aggregate", viewerId: null, code: null },
      ]);
    });

    test("may agree anew, as somebody else", async () => {
      const { token } = await page(cookie);
      const answer = await consent(token, true, cookie);
      expect(answer.status).toBeLessThan(300);
      await drain(queued);
      const fresh = jar(answer);
      expect(fresh).not.toContain(before);
      expect((await page(fresh)).state).not.toBe("ask");
    });

    test("may refuse, and is not asked again", async () => {
      const { token } = await page(cookie);
      const answer = await consent(token, false, cookie);
      expect((await page(jar(answer))).state).toBe("refused");
    });
  });
});

test("who erased themselves in one browser is asked again in the other that was theirs", async () => {
  const { cookie } = await readAndAgree(code, queued);
  await endVisits();
  const [id] = await viewers();
  const { body } = await world.call<{ privacyUrl: string }>("GET", `/v1/viewers/${id}`);
  const erased = await fetchRaw(`${new URL(body.privacyUrl).pathname}/erase`, {
    method: "POST",
    headers: { Origin: "https://starling.test" },
    body: new URLSearchParams({ sure: "yes" }),
  });
  expect(erased.status).toBe(200);
  expect((await page(cookie)).state).toBe("ask");
});

test("who agreed and is held is told so, at once after the yes and later, and where nobody can look it up", async () => {
  const { token } = await openPage(code);
  const cookie = jar(await consent(token, true));
  // Their viewer is not written yet.
  expect(await viewers()).toEqual([]);
  expect((await page(cookie)).state).toBe("agreed");
  await drain(queued);
  const held = await page(cookie);
  expect(held.state).toBe("agreed");
  expect(held.cookies).toEqual([]);
  vi.spyOn(env.DB_A, "prepare").mockImplementation(() => {
    throw new Error("D1 is away");
  });
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect((await page(cookie)).state).toBe("agreed");
});

test("who read under a notice and said nothing is asked where a yes is asked for now, and keeps their history with a yes", async () => {
  await world.call("PATCH", "/v1/workspace", { consentMode: "notice" });
  const under = await page("");
  expect(under.state).toBe("noticed");
  const cookie = under.cookies.map((line) => line.split(";")[0]).join("; ");
  expect((await page(cookie)).state).toBe("noticed");

  await world.call("PATCH", "/v1/workspace", { consentMode: "opt-in" });
  // What a link leads to is kept for a minute, and asked for again behind the page that then comes.
  passTime(61_000);
  await page(cookie);
  const asked = await page(cookie);
  expect(asked.state).toBe("ask");
  await readOn(asked.token);
  await drain(queued);
  await endVisits();
  expect(await rungs()).toEqual([{ rung: "aggregate", viewerId: null, code: null }]);

  const answer = await consent(asked.token, true, cookie);
  const agreed = jar(answer);
  expect(/sv_\w+=([^.;]+)/.exec(agreed)?.[1]).toBe(/sv_\w+=([^.;]+)/.exec(cookie)?.[1]);
  expect((await page(agreed)).state).toBe("agreed");
});

test("a no of somebody who agreed takes their yes back, and no cookie tells their browser from others", async () => {
  const { cookie } = await readAndAgree(code, queued);
  await endVisits();
  const [id] = await viewers();
  const second = await openPage(code, cookie);
  const answer = await consent(second.token, false, `${cookie}; sr_another=${"x".repeat(40)}`);
  expect(answer.status).toBe(204);
  const dropped = answer.headers.getSetCookie().filter((line) => line.includes("Max-Age=0"));
  expect(dropped.map((line) => line.slice(0, 3)).toSorted()).toEqual(["sr_", "sr_", "sv_"]);
  const { body } = await world.call<{ withdrawnAt: string | null }>("GET", `/v1/viewers/${id}`);
  expect(body.withdrawnAt).not.toBeNull();
  // Their other browser, too, is nobody's now.
  expect((await page(cookie)).state).toBe("ask");
});

test("a browser whose viewer was erased elsewhere forgets its refs of all links, and is led to no page of theirs", async () => {
  const { cookie } = await readAndAgree(code, queued);
  await endVisits();
  const [id] = await viewers();
  const general = async () => {
    const answer = await fetchRaw(`/privacy?link=${code}`, { headers: { Cookie: cookie } });
    return await answer.text();
  };
  expect(await general()).toContain("/privacy/");
  const own = /href="[^"]*\/privacy\/[^"?]+\.[^"]+"/;
  expect(await general()).toMatch(own);
  await world.call("DELETE", `/v1/viewers/${id}`);
  expect(await general()).not.toMatch(own);
  const { cookies } = await page(`${cookie}; sr_another=${"x".repeat(40)}`);
  expect(cookies.filter((line) => line.startsWith("sr_another=;"))).toHaveLength(1);
});
