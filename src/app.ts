/** Puts the deployment together: services from its bindings, and the routes that use them. */

import type { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { toHex } from "./domain/encoding.ts";
import { day, inSeconds, instant, times } from "./domain/units.ts";
import { modelOf } from "./integrations/model.ts";
import { outsideOf } from "./integrations/outside.ts";
import { inAskedLanguage } from "./routes/asked-language.ts";
import { methodsOf } from "./routes/methods.ts";
import { problemResponse } from "./routes/problem.ts";
import { files } from "./routes/public/files.ts";
import { nothingHere } from "./routes/public/nothing-here.ts";
import { share } from "./routes/public/share.ts";
import { site } from "./routes/public/site.ts";
import { track } from "./routes/public/track.ts";
import type { ConsoleEnv, ManagementEnv, PublicEnv, Services } from "./routes/services.ts";
import type { Env } from "./storage/env.ts";
import { Granted } from "./storage/granted.ts";
import { createLimits } from "./storage/limits.ts";
import { createCacheMemory } from "./storage/link-cache.ts";
import { createStores } from "./storage/platform.ts";
import type { Context } from "./usecases/kernel/context.ts";
import { createLog, type Log } from "./usecases/kernel/log.ts";
import { Keyring } from "./usecases/keyring.ts";

/**
 * So many queries a call may have made when it does again what it lost. D1 allows fifty of an invocation; after the last
 * try a call still notes its answer, or leaves its work to a job.
 */
const mostRepeated = 45;

const year = inSeconds(times(365, day));

type Work = Pick<ExecutionContext, "waitUntil">;

/** What an isolate remembers between requests; all of it can be made again. */
const memory = createCacheMemory();
const granted = new Granted();
const keyrings = new Map<string, Promise<Keyring>>();
let management: Promise<OpenAPIHono<ManagementEnv>> | undefined;

function keyringOf(text: string): Promise<Keyring> {
  const known = keyrings.get(text) ?? Keyring.parse(text);
  keyrings.set(text, known);
  return known;
}

/** "https://host" of the setting, whatever stands behind the host. Throws where it is no address. */
function originOf(setting: string): string {
  const url = URL.parse(setting);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Error("PUBLIC_ORIGIN must read https://HOST: mend it in wrangler.toml");
}

/**
 * The use cases' context. Addresses are written with the deployment's own origin, or where that is not set
 * with the one that a request came to; a queue and the clock know no other.
 */
export async function createContext(
  env: Env,
  work: Work,
  requestId: string,
  requestOrigin: string,
): Promise<Context> {
  const now = () => instant(Date.now());
  const log = createLog(requestId, console);
  const waitUntil = (pending: Promise<unknown>) => work.waitUntil(logged(pending, log));
  const keys = await keyringOf(env.SIGNING_KEYS ?? "");
  const stores = createStores(env, memory, now, waitUntil);
  const origin = env.PUBLIC_ORIGIN ? originOf(env.PUBLIC_ORIGIN) : requestOrigin;
  return {
    ...stores,
    now,
    keys,
    origin,
    requestId,
    log,
    model: modelOf(env),
    outside: outsideOf(env),
    mayAsk: () => true,
  };
}

/** Work that goes on after its answer: whose failure nobody catches, the runtime prints with all that it says. */
function logged(pending: Promise<unknown>, log: Log): Promise<unknown> {
  return pending.catch((error: unknown) => log.error("not-done-after-the-answer", error));
}

async function createServices(request: Request, env: Env, work: Work): Promise<Services> {
  const { origin } = new URL(request.url);
  const requestId = crypto.randomUUID();
  const made = await createContext(env, work, requestId, origin);
  const ctx: Context = { ...made, mayAsk: (more) => made.asked() + more <= mostRepeated };
  return {
    ctx,
    requestId,
    adminSecret: env.ADMIN_SECRET,
    withinLimit: createLimits(env, granted, {
      now: ctx.now,
      hide: async (key) => toHex(await ctx.keys.lastingMac("limit", key)),
    }),
    asset: (path) => env.ASSETS.fetch(new URL(path, origin)),
    cache: caches.default,
    waitUntil: (pending) => work.waitUntil(logged(pending, ctx.log)),
  };
}

/**
 * The management API with its schemas, which a reader's page does not need: it is made when the first
 * call for it arrives, so that a cold isolate serves readers at once.
 */
async function managementApp(): Promise<OpenAPIHono<ManagementEnv>> {
  management ??= import("./routes/management/index.ts").then((module) =>
    module.createManagementApp(),
  );
  return await management;
}

/** A sender's kit, which renders captions: neither does a reader's page need that. */
async function kitApp(): Promise<Hono<PublicEnv>> {
  return (await import("./routes/public/kit.ts")).kit;
}

/** The console: screens that nobody who reads or shares needs. */
async function consoleApp(): Promise<Hono<ConsoleEnv>> {
  return (await import("./routes/console/index.ts")).consoleApp;
}

/** What somebody sees of what is held of them: few ever ask. */
async function privacyApp(): Promise<Hono<PublicEnv>> {
  return (await import("./routes/public/privacy.ts")).privacy;
}

/** WeChat's own: nobody needs it whose workspace has no account there. */
async function wechatApp(): Promise<Hono<PublicEnv>> {
  return (await import("./routes/public/wechat.ts")).wechat;
}

/** Where readers say who they are with WeChat, as few do. */
async function signInApp(): Promise<Hono<PublicEnv>> {
  return (await import("./routes/public/sign-in.ts")).signIn;
}

function createRouter(): Hono<PublicEnv> {
  const app = new Hono<PublicEnv>();
  app.route("/", share);
  // Before the page script's own addresses, which begin alike.
  const toWechat = async (c: { req: { raw: Request }; env: Services }) =>
    (await wechatApp()).fetch(c.req.raw, c.env);
  app.get("/:file{(?:MP|WW)_verify_[A-Za-z0-9]+\\.txt}", toWechat);
  app.get("/t/:file{wechat-[0-9a-f]+\\.js}", toWechat);
  app.post("/t/wechat", toWechat);
  const toSignIn = async (c: { req: { raw: Request }; env: Services }) =>
    (await signInApp()).fetch(c.req.raw, c.env);
  app.get("/t/wechat/sign-in", toSignIn).get("/t/wechat/back", toSignIn);
  app.post("/t/wechat/agree", toSignIn);
  app.route("/", track);
  app.route("/", site);
  app.route("/", files);
  const toManagement = async (c: { req: { raw: Request }; env: Services }) =>
    (await managementApp()).fetch(c.req.raw, c.env);
  const toKit = async (c: { req: { raw: Request }; env: Services }) =>
    (await kitApp()).fetch(c.req.raw, c.env);
  const toConsole = async (c: { req: { raw: Request }; env: Services }) =>
    (await consoleApp()).fetch(c.req.raw, c.env);
  // By GET by name too: the table of routes says which addresses there are.
  for (const path of ["/kit", "/kit/*"]) app.get(path, toKit).all(path, toKit);
  for (const path of ["/console", "/console/*"]) app.get(path, toConsole).all(path, toConsole);
  const toPrivacy = async (c: { req: { raw: Request }; env: Services }) =>
    (await privacyApp()).fetch(c.req.raw, c.env);
  app.get("/privacy/:token", toPrivacy).all("/privacy/:token/*", toPrivacy);
  app.all("/privacy/:token", toPrivacy);
  app.all("/v1/*", toManagement);
  app.get("/openapi.json", toManagement);
  // The reference is made of the contract as it is served: of the one there is.
  app.get("/docs", async (c) => {
    const asked = new Request(new URL("/openapi.json", c.req.url));
    const contract = await (await managementApp()).fetch(asked, c.env);
    return await (await import("./routes/docs.ts")).docsPage(c, contract);
  });
  const methodsAt = methodsOf(app);
  app.notFound((c) => nothingHere(c, methodsAt));
  app.onError((error, c) => problemResponse(error, c.env.ctx));
  return app;
}

const router = createRouter();

/** Answers a request; every answer names its request id. */
export async function answer(request: Request, env: Env, work: Work): Promise<Response> {
  const services = await createServices(request, env, work);
  const response = await inAskedLanguage(request, await router.fetch(request, services));
  // Who was answered without a look at their body need not send the rest of it.
  if (request.body && !request.bodyUsed) await request.body.cancel();
  const named = new Response(response.body, response);
  named.headers.set("X-Request-Id", services.requestId);
  // What we send is what its type says, also a picture or a script that somebody uploaded.
  named.headers.set("X-Content-Type-Options", "nosniff");
  if (request.url.startsWith("https:")) {
    named.headers.set("Strict-Transport-Security", `max-age=${year}`);
  }
  return named;
}
