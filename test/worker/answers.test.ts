/** What every answer of the faces has in common: its headers, its language when something fails, its methods. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  addLink,
  addSender,
  call,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile";
const browser = { "User-Agent": phone, Accept: "text/html,application/xhtml+xml" };
const open = (path: string, headers: Record<string, string> = {}) =>
  fetchRaw(path, { headers: { ...browser, ...headers } });

let world: World;
let sender: { id: string; kitUrl: string };
let code: string;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace({ name: "早安家居" });
  sender = await addSender(world, "林夏");
  const contentId = await publish(world);
  code = (await addLink(world, { contentId, senderId: sender.id })).code;
});
afterEach(() => vi.restoreAllMocks());

async function kitCookie(): Promise<string> {
  const entry = await open(new URL(sender.kitUrl).pathname);
  return entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

/** Where a link leads at first: its address with a ref. */
async function refOf(): Promise<string> {
  return (await open(`/s/${code}`)).headers.get("Location") ?? "";
}

function databaseFails(message: string): void {
  vi.spyOn(env.DB_A, "prepare").mockImplementation(() => {
    throw new Error(message);
  });
}

describe("a problem", () => {
  type Problem = {
    title: string;
    detail: string;
    code: string;
    errors?: { path: string; message: string }[];
  };
  const ask = async (language?: string) => {
    const response = await fetchRaw("/v1/senders", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${world.key}`,
        "Content-Type": "application/json",
        ...(language ? { "Accept-Language": language } : {}),
      },
      body: JSON.stringify({ name: "", team: "x".repeat(61) }),
    });
    const problem = await response.json<Problem>();
    return { problem, language: response.headers.get("Content-Language"), response };
  };

  test.each([undefined, "en-GB,en;q=0.9,zh;q=0.1", "fr"])("is English for %s", async (language) => {
    const { problem, response } = await ask(language);
    expect(problem.title).toBe("Some fields are wrong");
    expect(response.headers.get("Vary")).toContain("Accept-Language");
  });

  test.each([
    {
      asked: "zh-CN,zh;q=0.9,en;q=0.8",
      language: "zh-CN",
      title: "有些字段不对",
      detail: "有些字段不对；errors 里写了是哪些、为什么。",
      messages: ["这里不能为空。", "最多 60 个字。"],
    },
    {
      asked: "zh-TW",
      language: "zh-TW",
      title: "有些欄位不對",
      detail: "有些欄位不對；errors 裡寫了是哪些、為什麼。",
      messages: ["這裡不能為空。", "最多 60 個字。"],
    },
  ])(
    "is Chinese for $asked, field by field, under the same codes and paths",
    async ({ asked, language, title, detail, messages }) => {
      const told = await ask(asked);
      expect(told.language).toBe(language);
      expect(told.problem).toMatchObject({ code: "invalid", title, detail });
      expect(told.problem.errors).toEqual([
        { path: "name", message: messages[0] },
        { path: "team", message: messages[1] },
      ]);
    },
  );
});

describe("headers", () => {
  const everything = ["/", "/privacy", "/docs", "/console", "/healthz", "/t.js", "/openapi.json"];
  const more = ["/nowhere", "/v1/senders", "/i/a.jpg", "/console-ui/none.css", "/kit"];

  test.each([...everything, ...more])("%s is what its type says, by https only", async (path) => {
    const { headers } = await open(path);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d{8}/);
    expect(headers.get("X-Request-Id")).toMatch(/^[\w-]{36}$/);
  });

  test("promise no https where there is none", async () => {
    const plain = await fetchRaw("http://127.0.0.1:8787/");
    expect(plain.headers.get("Strict-Transport-Security")).toBeNull();
    expect(plain.headers.get("Cross-Origin-Opener-Policy")).toBeNull();
    expect(plain.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  test("of pages keep what a page needs not from it, and others' windows too", async () => {
    const cookie = await kitCookie();
    const pages = [await refOf(), "/", "/privacy", "/docs", "/nowhere", "/s/aaaaaaaa", "/kit"];
    for (const path of pages) {
      const { headers } = await open(path, { Cookie: cookie });
      expect(headers.get("Permissions-Policy"), path).toContain("geolocation=()");
      expect(headers.get("Cross-Origin-Opener-Policy"), path).toBe("same-origin");
      expect(headers.get("Content-Security-Policy"), path).toMatch(
        /script-src 'nonce-[\w+/=]{24}'/,
      );
      expect(headers.get("Cache-Control"), path).toBe("no-store");
    }
  });

  test("of the console's pages, of pages that tell a fault and of the reader's own page are those of all", async () => {
    const door = await fetchRaw("/console/sign-in", {
      method: "POST",
      headers: { Origin: "https://starling.test" },
      body: new URLSearchParams({ key: world.key }),
    });
    const desk = { Cookie: door.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
    const answers = [
      await open("/console"),
      ...(await Promise.all(
        ["", "/posts", "/settings", "/nowhere"].map((at) => open(`/console${at}`, desk)),
      )),
      await open("/privacy/aNoToken"),
      await open("/privacy/verify"),
      await fetchRaw(`/s/${code}`, { method: "DELETE", headers: browser }),
    ];
    databaseFails("D1 is out");
    answers.push(
      await open("/console/posts", desk),
      await open(`/s/aBcDeFgH`),
      await open("/kit/a.b.1~1~mac"),
    );
    expect(answers.map(({ status }) => status)).toEqual(
      expect.arrayContaining([200, 404, 405, 500]),
    );
    for (const { headers, status } of answers.filter(
      (answer) => answer.status !== 302 && answer.status !== 303,
    )) {
      expect(headers.get("Content-Type"), String(status)).toContain("text/html");
      expect(headers.get("Permissions-Policy")).toContain("geolocation=()");
      expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
      expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    }
  });
});

describe("a person meets a page in their language, whatever fails", () => {
  const faces = ["/kit", "/kit/aSender.aWork.1~1~mac", "/privacy?link=CODE", "/s/CODE"];
  const languages = [
    ["zh-CN", "zh-Hans", "出了点问题"],
    ["zh-TW", "zh-Hant", "出了點問題"],
    ["en-GB", "en", "Something went wrong"],
  ] as const;

  test.each(faces)("%s when the database is out", async (face) => {
    const cookie = await kitCookie();
    const token = new URL(sender.kitUrl).pathname;
    const path = face.startsWith("/kit/") ? token : face.replace("CODE", "aBcDeFgH");
    databaseFails("D1 is out");
    for (const [accept, lang, words] of languages) {
      const answer = await open(path, { Cookie: cookie, "Accept-Language": accept });
      expect(answer.status).toBe(500);
      expect(answer.headers.get("Content-Type")).toContain("text/html");
      const html = await answer.text();
      expect(html).toContain(`<html lang="${lang}">`);
      expect(html).toContain(words);
      expect(html).toContain(answer.headers.get("X-Request-Id"));
      expect(html).not.toContain("D1 is out");
    }
  });

  test("the kit's script is told in JSON all the same", async () => {
    const cookie = await kitCookie();
    databaseFails("D1 is out");
    const answer = await fetchRaw("/kit/copies", {
      method: "POST",
      headers: { Cookie: cookie, Origin: "https://starling.test" },
      body: "{}",
    });
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([
      500,
      "application/problem+json",
    ]);
  });

  test("and so are programs", async () => {
    databaseFails("D1 is out");
    for (const path of ["/healthz", `/v1/contents`]) {
      const answer = await fetchRaw(path, { headers: { Authorization: `Bearer ${world.key}` } });
      expect(answer.headers.get("Content-Type")).toContain("json");
    }
  });
});

describe("an address with something glued to it", () => {
  const glue = ["，", "）", "谢谢", "/", "&from=singlemessage", "。", "%E0%A4%A"];

  test.each(glue)("opens as the code alone does: %s", async (end) => {
    const answer = await open(`/s/${code}${end}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(new RegExp(`^/s/${code}\\.[\\w-]{33}$`));
  });

  test.each([...glue, "_", "-"])("keeps the very ref it carries: %s", async (end) => {
    const address = await refOf();
    const answer = await open(`${address}${end}`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, address]);
  });

  test("keeps its query, which some chats add", async () => {
    const address = await refOf();
    const answer = await open(`${address}。?from=singlemessage`);
    expect(answer.headers.get("Location")).toBe(`${address}?from=singlemessage`);
  });

  test.each(["。", "，请收好", "/", "%"])("opens the kit: %s", async (end) => {
    const answer = await open(`${new URL(sender.kitUrl).pathname}${end}`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/kit"]);
    expect(answer.headers.get("Set-Cookie")).toMatch(/^kit=/);
  });

  test.each([
    ["/privacy。", "/privacy"],
    ["/docs/", "/docs"],
    ["/kit/", "/kit"],
    ["/kit）", "/kit"],
    [`/privacy，?link=x`, "/privacy?link=x"],
  ])("leads to the page: %s", async (path, page) => {
    const answer = await open(path);
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, page]);
  });

  test("that names nothing is still nothing", async () => {
    for (const path of ["/s/aaaaaaaa。", "/nowhere。", "/s/", "/月亮"]) {
      expect((await open(path)).status).toBe(404);
    }
  });

  test("names the workspace on the privacy page", async () => {
    expect(await (await open(`/privacy?link=${code}。`)).text()).toContain("早安家居");
  });
});

describe("a method that an address does not know", () => {
  const wrong = [
    ["GET", "/t", "POST"],
    ["GET", "/t/open", "POST"],
    ["PUT", "/t/consent", "POST"],
    ["GET", "/kit/copies", "POST"],
    ["DELETE", "/kit", "GET, HEAD"],
    ["POST", "/", "GET, HEAD"],
    ["DELETE", "/privacy", "GET, HEAD"],
    ["POST", "/s/aaaaaaaa", "GET, HEAD"],
    ["POST", "/t.js", "GET, HEAD"],
    ["POST", "/p/aaaaaaaa.gif", "GET, HEAD"],
    ["PUT", "/openapi.json", "GET, HEAD"],
  ] as const;

  test.each(wrong)("%s %s", async (method, path, allow) => {
    const answer = await fetchRaw(path, { method });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, allow]);
  });

  test("is told to a person by a page", async () => {
    const answer = await open("/t", { "Accept-Language": "en" });
    expect(answer.status).toBe(405);
    expect(await answer.text()).toContain("not used this way");
  });

  test("is told to a program by a problem", async () => {
    const { status, body } = await call("POST", "/healthz", {});
    expect([status, body.code]).toEqual([405, "method-not-allowed"]);
  });

  const calls = [
    ["DELETE", "/v1/senders", ["GET", "POST"]],
    ["POST", "/v1/workspace", ["GET", "PATCH"]],
    ["PUT", "/v1/contents/a2/publish", ["POST"]],
  ] as const;

  test.each(calls)("%s %s of the API", async (method, path, allowed) => {
    const answer = await world.call(method, path);
    expect([answer.status, answer.body.code]).toEqual([405, "method-not-allowed"]);
    const allow = answer.headers.get("Allow")?.split(", ");
    expect(allow).toEqual(expect.arrayContaining([...allowed]));
    expect(allow).not.toContain(method);
  });

  test("is no answer for a call that does not exist at all", async () => {
    expect((await world.call("GET", "/v1/nothing")).status).toBe(404);
  });
});

test.each(["/t", "/t/open", "/t/consent", "/kit/copies"])(
  "%s takes no more bytes than a message can have",
  async (path) => {
    const headers = { Cookie: await kitCookie(), Origin: "https://starling.test" };
    // A caption that its sender shows is the longest of them.
    const body = "月".repeat(9_000);
    expect((await fetchRaw(path, { method: "POST", headers, body })).status).toBe(413);
    const chunks = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 50; at++)
          controller.enqueue(new TextEncoder().encode("x".repeat(999)));
        controller.close();
      },
    });
    const streamed = await fetchRaw(path, { method: "POST", headers, body: chunks });
    expect(streamed.status).toBe(413);
  },
);
