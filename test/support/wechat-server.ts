/**
 * The servers of WeChat and WeCom, on this machine: they check what they are asked as the real ones do, answer in
 * their shapes, and misbehave as told. Told by HTTP, since tests inside workerd cannot call anything here otherwise.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

declare module "vitest" {
  interface ProvidedContext {
    /** Where WeChat that misbehaves as told can be reached. */
    wechatServer: string;
  }
}

/** What a call answers next; calls without one answer well. */
export interface Mishap {
  /** The end of the path it is for: "stable_token", "getticket", "access_token", … */
  readonly call: string;
  /** How often; once where it is not said. */
  readonly times?: number;
  readonly errcode?: number;
  readonly errmsg?: string;
  /** An answer's fields that take the place of the usual ones. */
  readonly fields?: Record<string, unknown>;
  readonly status?: number;
  readonly location?: string;
  /** A body that is not JSON. */
  readonly body?: string;
  /** An answer of at least so many bytes. */
  readonly fill?: number;
  /** `silent` never answers, `cut` breaks off. */
  readonly manner?: "silent" | "cut";
  /** Waits so long before it answers. */
  readonly delayMs?: number;
}

export interface WechatCall {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly body: unknown;
}

/** An account and its readers, as one test has them. */
interface Realm {
  mishaps: Mishap[];
  calls: WechatCall[];
  /** What force and time do to a token is played by mishaps. */
  tokens: number;
  tickets: number;
  /** Codes of sign-ins that were exchanged: each is good once. */
  used: Set<string>;
  /** Readers who came to the page that asks them. */
  asked: number;
}

export const account = {
  appId: "wx0123456789abcdef",
  secret: "0123456789abcdef0123456789abcdef",
  corpId: "ww0123456789abcdef",
  corpSecret: "wecom-secret-0123456789abcdefghij",
  agentId: "1000002",
} as const;

export interface WechatServer {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * POST /realms answers {origin, controlUrl}: an origin of its own for each test, by a port of its own, since
 * WeChat's paths begin at the root. POST to controlUrl adds mishaps, GET answers the calls so far.
 */
export async function startWechatServer(): Promise<WechatServer> {
  const servers: ReturnType<typeof createServer>[] = [];
  const listen = async (handle: (q: IncomingMessage, r: ServerResponse) => Promise<void>) => {
    const server = createServer((request, response) => void handle(request, response));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const realms: Realm[] = [];
  const url = await listen(async (request, response) => {
    const path = request.url ?? "";
    const body = await text(request);
    if (path === "/realms") {
      const realm: Realm = {
        mishaps: [],
        calls: [],
        tokens: 0,
        tickets: 0,
        used: new Set(),
        asked: 0,
      };
      const at = realms.push(realm) - 1;
      const origin = await listen((asked, answering) => serve(realm, asked, answering));
      response.end(JSON.stringify({ origin, controlUrl: `${url}/realms/${at}` }));
      return;
    }
    const realm = realms[Number(path.split("/")[2])];
    if (!realm) response.writeHead(404).end();
    else if (request.method === "POST") {
      realm.mishaps.push(...(JSON.parse(body) as Mishap[]));
      response.end("{}");
    } else response.end(JSON.stringify(realm.calls));
  });
  return {
    url,
    close: async () => {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve());
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}

async function serve(realm: Realm, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://host");
  const body = await text(request);
  const call: WechatCall = {
    method: request.method ?? "",
    path: pathname,
    query: Object.fromEntries(searchParams),
    body: body === "" ? null : JSON.parse(body),
  };
  realm.calls.push(call);
  if (pathname === "/connect/oauth2/authorize") return authorize(realm, searchParams, response);
  const mishap = take(realm, pathname);
  if (mishap?.manner === "silent") return;
  if (mishap?.delayMs) await new Promise((resolve) => setTimeout(resolve, mishap.delayMs));
  const answer =
    mishap?.errcode === undefined
      ? { ...usual(realm, call), ...mishap?.fields, ...fillOf(mishap?.fill) }
      : { errcode: mishap.errcode, errmsg: mishap.errmsg ?? "as told" };
  // The real ones say text/plain of some of their JSON.
  response.writeHead(mishap?.status ?? 200, {
    "Content-Type": "text/plain",
    ...(mishap?.location ? { Location: mishap.location } : {}),
  });
  const sent = mishap?.body ?? JSON.stringify(answer);
  if (mishap?.manner === "cut") response.write(sent.slice(0, 5), () => response.destroy());
  else response.end(sent);
}

/**
 * Where readers are asked: by the id alone they are sent back at once, for their name a page asks them, which comes back
 * without a code where they will not. Each is somebody else, in turn.
 */
function authorize(realm: Realm, query: URLSearchParams, response: ServerResponse): void {
  const { appid, redirect_uri: to = "", scope = "", state = "" } = Object.fromEntries(query);
  const isAsked =
    appid === account.appId &&
    query.get("response_type") === "code" &&
    /^[0-9a-zA-Z]{1,128}$/.test(state) &&
    URL.canParse(to);
  if (!isAsked) {
    response.writeHead(400).end("10003");
    return;
  }
  const isNamed = scope === "snsapi_userinfo";
  const address = new URL(to);
  address.searchParams.set("state", state);
  const refused = address.href;
  realm.asked++;
  address.searchParams.set("code", `${isNamed ? "name" : "code"}-of-Reader${realm.asked}`);
  if (!isNamed) {
    response.writeHead(302, { Location: address.href }).end();
    return;
  }
  const link = (href: string, word: string) =>
    `<p><a href="${href.replaceAll("&", "&amp;")}">${word}</a></p>`;
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  response.end(
    `<!doctype html><title>WeChat</title>${link(address.href, "Allow")}${link(refused, "Refuse")}`,
  );
}

const fillOf = (bytes = 0) => (bytes === 0 ? {} : { fill: "x".repeat(bytes) });

function take(realm: Realm, path: string): Mishap | undefined {
  const at = realm.mishaps.findIndex(({ call }) => path.endsWith(`/${call}`));
  const mishap = realm.mishaps[at];
  if (!mishap) return undefined;
  const left = (mishap.times ?? 1) - 1;
  if (left > 0) realm.mishaps[at] = { ...mishap, times: left };
  else realm.mishaps.splice(at, 1);
  return mishap;
}

const no = (errcode: number, errmsg: string) => ({ errcode, errmsg });
const wechatToken = (realm: Realm) => `wechat-token-${realm.tokens}`;
const wecomToken = (realm: Realm) => `wecom-token-${realm.tokens}`;

/** False where the code was exchanged before. */
function useUp({ used }: Realm, code: string): boolean {
  if (used.has(code)) return false;
  used.add(code);
  return true;
}

/** What a call answers when all is well, or when what it was given is wrong. */
function usual(realm: Realm, { method, path, query, body }: WechatCall): object {
  switch (path) {
    case "/cgi-bin/stable_token": {
      const asked = (body ?? {}) as Record<string, unknown>;
      if (method !== "POST") return no(43002, "require POST method");
      if (asked.grant_type !== "client_credential") return no(40002, "invalid grant_type");
      if (asked.appid !== account.appId) return no(40013, "invalid appid");
      if (asked.secret !== account.secret) return no(40125, "invalid appsecret");
      return { access_token: wechatToken(realm), expires_in: 7200 };
    }
    case "/cgi-bin/ticket/getticket":
      if (query.access_token !== wechatToken(realm)) return no(40001, "invalid credential");
      if (query.type !== "jsapi") return no(40097, "invalid args");
      realm.tickets++;
      return { ...no(0, "ok"), ticket: `jsapi-ticket-number-${realm.tickets}`, expires_in: 7200 };
    case "/sns/oauth2/access_token": {
      if (query.appid !== account.appId) return no(40013, "invalid appid");
      if (query.secret !== account.secret) return no(40125, "invalid appsecret");
      if (query.grant_type !== "authorization_code") return no(40002, "invalid grant_type");
      // "code-of-NAME" is NAME's, by the id alone; "name-of-NAME" lets their name be asked for.
      const [, kind, who] = /^(code|name)-of-(\w+)$/.exec(query.code ?? "") ?? [];
      if (!who) return no(40029, "invalid code");
      if (!useUp(realm, query.code ?? "")) return no(40163, "code been used");
      const tokens = { access_token: `${kind}-${who}`, refresh_token: `re-${who}` };
      const scope = kind === "name" ? "snsapi_userinfo" : "snsapi_base";
      return {
        ...tokens,
        expires_in: 7200,
        openid: `openid-${who}`,
        scope,
        unionid: `union-${who}`,
      };
    }
    case "/sns/userinfo": {
      const who = (query.openid ?? "").replace("openid-", "");
      if (query.access_token === `code-${who}`) return no(48001, "api unauthorized");
      if (query.access_token !== `name-${who}`) return no(40001, "invalid credential");
      return { openid: query.openid, nickname: `昵称${who}`, sex: 0, unionid: `union-${who}` };
    }
    case "/cgi-bin/gettoken":
      if (query.corpid !== account.corpId) return no(40013, "invalid corpid");
      if (query.corpsecret !== account.corpSecret) return no(40001, "invalid credential");
      return { ...no(0, "ok"), access_token: wecomToken(realm), expires_in: 7200 };
    case "/cgi-bin/auth/getuserinfo": {
      if (query.access_token !== wecomToken(realm)) return no(40014, "invalid access_token");
      const [, kind, who] = /^(customer|stranger|member)-(\w+)$/.exec(query.code ?? "") ?? [];
      if (who && !useUp(realm, query.code ?? "")) return no(40029, "invalid code");
      if (kind === "customer")
        return { ...no(0, "ok"), external_userid: `wm-${who}`, openid: `openid-${who}` };
      if (kind === "stranger") return { ...no(0, "ok"), openid: `openid-${who}` };
      if (kind === "member") return { ...no(0, "ok"), userid: who, user_ticket: "ticket" };
      return no(40029, "invalid code");
    }
    default:
      return no(48001, "api unauthorized");
  }
}
