/** Everyday requests that are almost right: each gets the right value, or a sentence that helps. */
import { beforeEach, describe, expect, test } from "vitest";
import {
  addLink,
  addSender,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

type Problem = { code: string; detail: string; errors: { path: string; message: string }[] };

let world: World;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
});

/** A body of bytes as they are. */
function send(path: string, bytes: number[] | Uint8Array, method = "POST") {
  return fetchRaw(path, {
    method,
    headers: { Authorization: `Bearer ${world.key}`, "Content-Type": "application/json" },
    body: Uint8Array.from(bytes),
  });
}

const ascii = (text: string) => [...new TextEncoder().encode(text)];

describe("bytes that are not UTF-8", () => {
  test.each([
    ["GBK", [0xd5, 0xc5, 0xc8, 0xfd]],
    ["Latin-1", [0xc9, 0x6d, 0x69, 0x6c, 0x65]],
    ["cut off", [0xe5, 0xbc]],
  ])("%s are refused and nothing is stored", async (_, letters) => {
    const answer = await send("/v1/senders", [...ascii('{"name":"'), ...letters, ...ascii('"}')]);
    const body = (await answer.json()) as Problem;
    expect([answer.status, body.code]).toEqual([400, "malformed"]);
    expect(body.detail).toContain("UTF-8");
    const count = await env.DB_A.prepare("SELECT count(*) AS n FROM senders").first();
    expect(count).toEqual({ n: 0 });
  });
});

describe("what a call does not know", () => {
  test.each([
    ["GET", "/v1/visits?content=abc", undefined, "content", "contentId"],
    ["GET", "/v1/visits?sinse=2026-11-01", undefined, "sinse", "since"],
    ["GET", "/v1/senders?Team=East", undefined, "Team", "team"],
    ["POST", "/v1/senders", { nmae: "B" }, "nmae", "name"],
    ["POST", "/v1/contacts", { senderid: "a1", name: "B" }, "senderid", "senderId"],
  ])("%s %s names it and the nearest it knows", async (method, path, input, field, nearest) => {
    const { status, body } = await world.call<Problem>(method, path, input);
    expect([status, body.code]).toEqual([422, "invalid"]);
    const error = body.errors.find((one) => one.path === field);
    expect(error?.message).toContain(`"${nearest}"`);
  });

  test("is told where it stands, also inside lists", async () => {
    const { body } = await world.call<Problem>("POST", "/v1/links/bulk", {
      links: [{ url: "https://example.com/", senderId: "a1", maxClick: 3 }],
    });
    expect(body.errors).toContainEqual({
      path: "links[0].maxClick",
      message: expect.stringContaining("maxClicks"),
    });
  });

  test("hides nothing else that is wrong", async () => {
    const { status, body } = await world.call<Problem>("POST", "/v1/senders", {
      nmae: "Ann",
      team: 7,
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ path }) => path)).toEqual(["nmae", "name", "team"]);
  });

  test("is not told back where it is no plain name", async () => {
    const { status, body } = await world.call<Problem>("POST", "/v1/senders", {
      name: "B",
      "<script>": 1,
    });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).not.toContain("<script>");
  });
});

describe("a field that is wrong", () => {
  test("is named in one spelling, in sentences of our own", async () => {
    const { body } = await world.call<Problem>("POST", "/v1/contents", {
      ...sampleContent,
      drafts: [5],
      title: "",
    });
    expect(body.errors).toContainEqual({ path: "drafts[0]", message: "This has to be a text." });
    expect(body.errors).toContainEqual({ path: "title", message: "This may not be empty." });
  });

  test.each([
    [{}, "name", "This field is missing."],
    [{ name: "A", team: "x".repeat(61) }, "team", "Use at most 60 characters."],
    [{ name: 7 }, "name", "This has to be a text."],
  ])("in %o says what would be right", async (input, path, message) => {
    const { body } = await world.call<Problem>("POST", "/v1/senders", input);
    expect(body.errors).toContainEqual({ path, message });
  });
});

describe("a change of nothing", () => {
  test("is 200 and changes nothing, for everything that can be changed", async () => {
    const sender = await addSender(world);
    const content = await publish(world);
    const link = await addLink(world, { contentId: content, senderId: sender.id });
    const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name: "A",
    });
    const rule = await world.call<{ id: string }>("POST", "/v1/tag-rules", {
      when: { all: [{ kind: "engaged", atLeastMs: 30_000 }] },
      ...{ tag: "reader", points: 10, halfLifeDays: 30, cooldownDays: 0, use: "Call them" },
    });
    const examples: Record<string, string> = {
      "/v1/senders/{id}": `/v1/senders/${sender.id}`,
      "/v1/contents/{id}": `/v1/contents/${content}`,
      "/v1/links/{code}": `/v1/links/${link.code}`,
      "/v1/contacts/{id}": `/v1/contacts/${contact.body.id}`,
      "/v1/tag-rules/{id}": `/v1/tag-rules/${rule.body.id}`,
      "/v1/workspace": "/v1/workspace",
    };
    const { paths } = (await (await fetchRaw("/openapi.json")).json()) as {
      paths: Record<string, object>;
    };
    const changed = Object.keys(paths).filter((path) => "patch" in (paths[path] ?? {}));
    // A picture's is asked in images.test.ts, which has one.
    expect(changed.filter((path) => !path.includes("{imageId}")).sort()).toEqual(
      Object.keys(examples).sort(),
    );
    for (const path of Object.values(examples)) {
      const before = await world.call("GET", path);
      expect([path, (await world.call("PATCH", path, {})).status]).toEqual([path, 200]);
      const { updatedAt: _, ...left } = before.body;
      expect((await world.call("GET", path)).body, path).toMatchObject(left);
    }
  });
});

describe("times", () => {
  test.each([
    "2026-11-01T00:00:00+08:00",
    "2026-11-01T00:00:00%2B08:00",
    "2026-11-01",
    "2026-11-01T00:00:00Z",
  ])("%s is read", async (since) => {
    expect((await world.call("GET", `/v1/visits?since=${since}`)).status).toBe(200);
  });

  test.each(["1 November", "2026-13-01", "01.11.2026", "2026-02-30", "2026-04-31T08:00:00Z"])(
    "%s is refused with one that is right",
    async (since) => {
      const { status, body } = await world.call<Problem>(
        "GET",
        `/v1/visits?since=${encodeURIComponent(since)}`,
      );
      expect(status).toBe(422);
      expect(body.errors[0]?.message).toContain("2026-11-01T08:00:00+08:00");
    },
  );
});

test.each(["2026-02-30", "2026-04-31T08:00:00Z"])(
  "of %s it is said that there is no such day",
  async (since) => {
    const { body } = await world.call<Problem>("GET", `/v1/visits?since=${since}`);
    expect(body.errors[0]?.message).toContain("This month has no such day");
  },
);

describe("a period that holds no moment is refused", () => {
  const lists = ["/v1/visits", "/v1/visits/unnamed", "/v1/audit"];
  test.each(lists)("%s", async (path) => {
    for (const [since, until] of [
      ["2026-11-02", "2026-11-01"],
      ["2026-11-01", "2026-11-01"],
    ]) {
      const { status, body } = await world.call<Problem>(
        "GET",
        `${path}?since=${since}&until=${until}`,
      );
      expect(status).toBe(422);
      expect(body.errors).toMatchObject([{ path: "until" }]);
      expect(body.errors[0]?.message).toContain("later time than since");
    }
    const one = `${path}?since=2026-11-01&until=2026-11-02`;
    expect((await world.call("GET", one)).status).toBe(200);
  });

  test("a report and a tag's history", async () => {
    const period = "since=2026-11-02&until=2026-11-01";
    const contentId = await publish(world);
    for (const path of [
      `/v1/contents/${contentId}/report?${period}`,
      `/v1/viewers/a000000000000000/tags/history?tag=x&${period}`,
    ]) {
      const { status, body } = await world.call<Problem>("GET", path);
      expect([status, body.errors?.[0]?.path], path).toEqual([422, "until"]);
    }
  });
});

test("a number beyond all bounds is told one of them", async () => {
  const link = { url: "https://shop.example/a", senderId: "a000000000000000" };
  for (const [maxClicks, bound] of [
    [1e308, "1000000"],
    [-1e308, "1"],
  ] as const) {
    const { status, body } = await world.call<Problem>("POST", "/v1/links", { ...link, maxClicks });
    expect(status).toBe(422);
    expect(body.errors.map(({ path }) => path)).toEqual(["maxClicks"]);
    expect(body.errors[0]?.message.replaceAll(",", "")).toContain(bound);
  }
});

describe("a timezone", () => {
  test.each(["CST", "BST", "+05:07", "GMT+8", "Asia/Nowhere"])("%s is none", async (timezone) => {
    const { status } = await world.call("PATCH", "/v1/workspace", { timezone });
    expect(status).toBe(422);
  });

  test.each(["Asia/Shanghai", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+8"])(
    "%s is one",
    async (timezone) => {
      const { status } = await world.call("PATCH", "/v1/workspace", { timezone });
      expect(status).toBe(200);
    },
  );
});

const unseen: [string, string][] = [
  ["a filler that shows nothing", "\u3164"],
  ["a mark that turns the direction", "a\u202Eb"],
  ["half a character", "a\ud800"],
  ["a NUL", "a\u0000b"],
  ["a byte order mark inside", "a\ufeffb"],
  ["a soft hyphen", "a\u00adb"],
];

describe("names", () => {
  test.each(unseen)("with %s are refused", async (_, name) => {
    const { status, body } = await world.call<Problem>("POST", "/v1/senders", { name });
    expect(status).toBe(422);
    expect(body.errors[0]?.path).toBe("name");
  });

  test.each(["👨‍👩‍👧一家", "🇨🇳小李", "می‌خواهم", "Zoë", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 Ann"])("%s is one", async (name) => {
    const { status, body } = await world.call<{ name: string }>("POST", "/v1/senders", { name });
    expect([status, body.name]).toEqual([201, name]);
  });
});

describe("titles, which readers see", () => {
  test.each(unseen)(
    "with %s are refused, of a new content and of a changed one",
    async (_, title) => {
      const created = await world.call<Problem>("POST", "/v1/contents", {
        ...sampleContent,
        title,
      });
      expect([created.status, created.body.errors[0]?.path]).toEqual([422, "title"]);
      const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
      const changed = await world.call<Problem>("PATCH", `/v1/contents/${body.id}`, { title });
      expect([changed.status, changed.body.errors[0]?.path]).toEqual([422, "title"]);
    },
  );
});

describe("a day that is none", () => {
  test("is answered with one that is", async () => {
    const sender = await addSender(world);
    const path = `/v1/senders/${sender}/briefing?date=tomorrow`;
    const { status, body } = await world.call<Problem>("GET", path);
    expect([status, body.errors[0]?.message]).toEqual([422, "Use a date such as 2026-11-26."]);
  });
});

describe("five hundred senders", () => {
  test("of whom one has no name are the others, and a reason for that one", async () => {
    const senders = Array.from({ length: 500 }, (_, i) => ({ name: i === 250 ? "" : `S${i}` }));
    const { status, body } = await world.call<{
      results: { status: string; error?: Problem }[];
    }>("POST", "/v1/senders/bulk", { senders });
    expect(status).toBe(200);
    expect(body.results.filter((one) => one.status === "created")).toHaveLength(499);
    expect(body.results[250]).toMatchObject({
      status: "failed",
      error: {
        code: "invalid",
        errors: [{ path: "senders[250].name", message: "This may not be empty." }],
      },
    });
  });
});

describe("an answer's type", () => {
  const csv = async (accept: string) => {
    const sender = await addSender(world);
    const id = await publish(world);
    expect(sender.id).toBeTruthy();
    const answer = await fetchRaw(`/v1/contents/${id}/variants`, {
      headers: { Authorization: `Bearer ${world.key}`, Accept: accept },
    });
    return (answer.headers.get("Content-Type") ?? "").split(";")[0];
  };

  test.each([
    ["application/json, text/csv;q=0.5", "application/json"],
    ["Text/CSV", "text/csv"],
    ["text/*", "text/csv"],
    ["text/csv;q=0, */*", "application/json"],
    ["*/*", "application/json"],
  ])("for %s is %s", async (accept, type) => {
    expect(await csv(accept)).toBe(type);
  });
});

describe("an outside address", () => {
  test.each([
    "https://x.example/p，快来",
    "https://x.example/p\nq",
    "https://x.example/\u200bp",
    "https://x.example/p q",
  ])("%j is refused", async (url) => {
    const sender = await addSender(world);
    const { status, body } = await world.call<Problem>("POST", "/v1/links", {
      url,
      senderId: sender.id,
    });
    expect([status, body.errors[0]?.path]).toEqual([422, "url"]);
  });

  test("is the same target with a space around it", async () => {
    const sender = await addSender(world);
    const one = await addLink(world, { url: " https://x.example/p ", senderId: sender.id });
    const other = await addLink(world, { url: "https://x.example/p", senderId: sender.id });
    expect(one.code).toBe(other.code);
  });

  const leave = async (url: string, query: string) => {
    const sender = await addSender(world);
    const link = await addLink(world, { url, senderId: sender.id });
    const answer = await fetchRaw(`/s/${link.code}${query}`);
    return { code: link.code, to: new URL(answer.headers.get("Location") ?? "") };
  };

  test("that was copied with somebody's sl carries one: this link's", async () => {
    const { code, to } = await leave("https://x.example/p?a=1&sl=aOLD.ref", "");
    expect(to.searchParams.getAll("sl")).toHaveLength(1);
    expect(to.searchParams.get("sl")?.startsWith(`${code}.`)).toBe(true);
  });

  test.each([
    ["alone", "https://x.example/p?sl=aOLD.ref", "https://x.example/p"],
    ["among others", "https://x.example/p?a=1&sl=aOLD.ref&b=%2F", "https://x.example/p?a=1&b=%2F"],
    ["twice", "https://x.example/p?sl=a.b&a=1&sl=c.d#e", "https://x.example/p?a=1#e"],
  ])(
    "that was copied where a link had led is the clean one's target: %s",
    async (_, url, clean) => {
      const sender = await addSender(world);
      const copied = await addLink(world, { url, senderId: sender.id });
      const link = await addLink(world, { url: clean, senderId: sender.id });
      expect(copied.code).toBe(link.code);
      const read = await world.call<{ url: string }>("GET", `/v1/links/${copied.code}`);
      expect(JSON.stringify(read.body)).toContain(JSON.stringify(clean));
      const other = await addLink(world, { url: `${clean}&x=sl`, senderId: sender.id });
      expect(other.code).not.toBe(link.code);
    },
  );

  test("gets what the short address was given; its own parameters win", async () => {
    const { to } = await leave("https://x.example/p?a=1", "?utm_source=x&a=2&sl=forged");
    expect(to.search).toMatch(/^\?a=1&utm_source=x&sl=/);
  });
});
