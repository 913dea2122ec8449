/** The Worker with a bare route beside it to compare with, and a count of the D1 statements it prepares. */
import { Hono } from "hono";
import worker from "../../src/index.ts";
import type { Env } from "../../src/storage/env.ts";

const bare = new Hono().get("/bare", (c) => c.text("hello"));

let statements = 0;
let readers = 0;

function nextAddress(): string {
  readers++;
  return `2001:db8::${readers.toString(16)}`;
}

/** Counts every statement, since each one is prepared for its own use. */
function counted(database: D1Database): D1Database {
  return new Proxy(database, {
    get(target, name) {
      if (name === "prepare" || name === "exec") statements++;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

export default {
  ...worker,
  async fetch(request, env, work) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/statements") return Response.json(statements);
    const answer = (asked: Request) =>
      new URL(asked.url).pathname === "/bare"
        ? bare.fetch(asked)
        : worker.fetch(asked, { ...env, DB_A: counted(env.DB_A) }, work);
    const times = Number(searchParams.get("times"));
    if (pathname === "/limiter") {
      for (let left = times; left > 0; left--) await env.BURST_LIMIT.limit({ key: "bench" });
      return new Response();
    }
    if (pathname !== "/repeat") return answer(request);
    for (let left = times; left > 0; left--) {
      const asked = new Request(searchParams.get("url") ?? "", request);
      // Readers are many and each somewhere else, unless one is to be who opens a page over and over.
      if (searchParams.get("by") === "many") asked.headers.set("CF-Connecting-IP", nextAddress());
      const { body } = await answer(asked);
      await body?.pipeTo(new WritableStream());
    }
    return new Response();
  },
} satisfies ExportedHandler<Env, string>;
