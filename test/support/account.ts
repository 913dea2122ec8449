/**
 * A Cloudflare account as wrangler sees it: the part of the API that a deployment asks, on the loopback.
 * The real wrangler speaks to it, and SQL sent to a database is run.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";

export interface Uploaded {
  /** The metadata of the newest version of the Worker. */
  readonly bindings: readonly Record<string, unknown>[];
  readonly limits?: unknown;
  readonly [key: string]: unknown;
}

export interface TestAccount {
  readonly url: string;
  /** For wrangler to find this account and no other. */
  readonly env: Readonly<Record<string, string>>;
  readonly asked: readonly string[];
  readonly buckets: ReadonlySet<string>;
  readonly queues: ReadonlyMap<string, string>;
  readonly consumers: ReadonlyMap<string, Record<string, unknown>>;
  readonly domains: readonly unknown[];
  readonly crons: readonly unknown[];
  /** The settings of the Worker's workers.dev address. */
  readonly subdomain: Record<string, unknown>;
  /** What the database went back to; the bookmark of a time is the time. */
  readonly restores: readonly string[];
  /** The keys of the namespace. */
  readonly cached: Set<string>;
  worker(): Uploaded | undefined;
  /** Rows of a database. */
  rows(sql: string): Record<string, unknown>[];
  /** Makes calls that end so fail, until told otherwise. */
  refuse(path: string | undefined, code: number, message: string): void;
  close(): Promise<void>;
}

export const accountId = "0123456789abcdef0123456789abcdef";
const databaseId = "5e0a1c9e-2222-4333-8444-0123456789ab";
const namespaceId = "a1b2c3d4e5f60718293a4b5c6d7e8f90";

/** An answer that is no success, by the API's own number. */
class ApiFault extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export async function startAccount(): Promise<TestAccount> {
  const database = new DatabaseSync(":memory:");
  const asked: string[] = [];
  const buckets = new Set<string>();
  const queues = new Map<string, string>();
  const consumers = new Map<string, Record<string, unknown>>();
  const domains: unknown[] = [];
  const crons: unknown[] = [];
  const restores: string[] = [];
  const cached = new Set<string>();
  const subdomain: Record<string, unknown> = { enabled: false, previews_enabled: false };
  let refused: { path: string; code: number; message: string } | undefined;
  let uploaded: Uploaded | undefined;
  let secretNames: string[] = [];

  function run(sql: string, params: unknown[] = []) {
    const wanted = /^\s*(select|pragma|with)\b/i.test(sql) || /\breturning\b/i.test(sql);
    const results = wanted ? database.prepare(sql).all(...(params as string[])) : [];
    if (!wanted && params.length > 0) database.prepare(sql).run(...(params as string[]));
    else if (!wanted) database.exec(sql);
    return [{ results, success: true, meta: { duration: 0.1, rows_read: 0, rows_written: 0 } }];
  }

  function take(form: FormData): Uploaded {
    const metadata = JSON.parse(String(form.get("metadata"))) as Uploaded;
    const secrets = metadata.bindings.filter(({ type }) => type === "secret_text");
    secretNames = [...new Set([...secretNames, ...secrets.map(({ name }) => String(name))])];
    return metadata;
  }

  async function answer(method: string, path: string, request: Request): Promise<unknown> {
    const json = async () => (await request.json()) as Record<string, string>;
    const call = `${method} ${path}`;
    if (call === "GET /user/tokens/verify") return { id: "token", status: "active" };
    if (call === "GET /user") return { id: "user", email: "operator@example.com" };
    const account = { id: accountId, name: "Acme" };
    if (call === "GET /accounts") return [account];
    if (call === "GET /memberships") return [{ id: "membership", account }];
    if (call === "POST /d1/database") return { uuid: databaseId, name: (await json()).name };
    if (call === "GET /d1/database") return [{ uuid: databaseId, name: "starling-a" }];
    if (call === `GET /d1/database/${databaseId}`) {
      return { uuid: databaseId, name: "starling-a", version: "production", num_tables: 1 };
    }
    if (call === `POST /d1/database/${databaseId}/query`) {
      const { sql, params } = (await request.json()) as { sql: string; params?: unknown[] };
      return run(sql, params);
    }
    if (call === `GET /d1/database/${databaseId}/time_travel/bookmark`) {
      return { bookmark: new URL(request.url).searchParams.get("timestamp") ?? "now" };
    }
    if (call === `POST /d1/database/${databaseId}/time_travel/restore`) {
      restores.push(new URL(request.url).searchParams.get("bookmark") ?? "");
      return { bookmark: "then", previous_bookmark: "now", message: "restored" };
    }
    if (call === "POST /storage/kv/namespaces") {
      return { id: namespaceId, title: (await json()).title };
    }
    const keys = `/storage/kv/namespaces/${namespaceId}`;
    if (call === `GET ${keys}/keys`) return [...cached].map((name) => ({ name }));
    if (call === `DELETE ${keys}/bulk`) {
      for (const name of (await request.json()) as string[]) cached.delete(name);
      return {};
    }
    if (call === "POST /r2/buckets") {
      buckets.add((await json()).name ?? "");
      return {};
    }
    if (call === "POST /queues") {
      const name = (await json()).queue_name ?? "";
      queues.set(name, `queue-${name}`);
      return { queue_id: `queue-${name}`, queue_name: name };
    }
    if (call === "GET /workers/services/starling") {
      if (!uploaded) throw new ApiFault(10090, "workers.api.error.service_not_found");
      return {
        id: "starling",
        default_environment: { script: { last_deployed_from: "wrangler" } },
      };
    }
    if (call === "GET /queues") {
      const wanted = new URL(request.url).searchParams.getAll("name");
      return [...queues]
        .filter(([name]) => wanted.length === 0 || wanted.includes(name))
        .map(([name, id]) => ({ queue_id: id, queue_name: name, producers: [], consumers: [] }));
    }
    const script = "/workers/scripts/starling";
    if (call === `GET ${script}/secrets`) {
      if (!uploaded) throw new ApiFault(10007, "This Worker does not exist on your account.");
      return secretNames.map((name) => ({ name, type: "secret_text" }));
    }
    const bucket = /^GET \/r2\/buckets\/(.+)$/.exec(call)?.[1];
    if (bucket !== undefined && buckets.has(bucket)) return { name: bucket };
    if (call === `GET ${script}/settings`) {
      if (!uploaded) throw new ApiFault(10007, "This Worker does not exist on your account.");
      return { bindings: uploaded.bindings };
    }
    if (call === `GET ${script}/deployments`) return { deployments: [] };
    if (call === `POST ${script}/deployments`) return { id: "deployment" };
    if (call === `PATCH ${script}/script-settings`) return await request.json();
    if (call === `POST ${script}/assets-upload-session`) return { jwt: "assets", buckets: [] };
    if (call === `PUT ${script}` || call === `POST ${script}/versions`) {
      uploaded = take(await request.formData());
      return { id: "version", startup_time_ms: 20, resources: { script: { etag: "e" } } };
    }
    if (call === "GET /workers/workers/starling")
      return { id: "starling", name: "starling", subdomain };
    if (call === "GET /workers/subdomain") return { subdomain: "acme" };
    if (call === `GET ${script}/subdomain`) return subdomain;
    if (call === `POST ${script}/subdomain`) return Object.assign(subdomain, await request.json());
    if (call === `PUT ${script}/schedules`) {
      crons.splice(0, crons.length, ...((await request.json()) as unknown[]));
      return { schedules: crons };
    }
    if (call === `POST ${script}/domains/changeset`)
      return { added: [], removed: [], updated: [], conflicting: [] };
    if (call === `PUT ${script}/domains/records`) {
      domains.push(...((await request.json()) as { origins: unknown[] }).origins);
      return {};
    }
    const queue = /^POST \/queues\/queue-([a-z-]+)\/consumers$/.exec(call)?.[1];
    if (queue !== undefined) {
      consumers.set(queue, (await request.json()) as Record<string, unknown>);
      return {};
    }
    throw new ApiFault(7003, `This account knows no ${call}`);
  }

  const server = createServer(async (asking, response) => {
    const body = await bytesOf(asking);
    const url = new URL(asking.url ?? "/", "http://account");
    const path = url.pathname.replace("/client/v4", "").replace(`/accounts/${accountId}/`, "/");
    asked.push(`${asking.method} ${path}${url.search}`);
    response.setHeader("content-type", "application/json");
    const fail = (status: number, code: number, message: string) => {
      response.statusCode = status;
      response.end(JSON.stringify({ success: false, errors: [{ code, message }], result: null }));
    };
    if (refused && path.endsWith(refused.path)) return fail(400, refused.code, refused.message);
    const method = asking.method ?? "GET";
    const request = new Request(url, {
      method,
      headers: { "content-type": asking.headers["content-type"] ?? "application/json" },
      ...(method === "GET" || method === "HEAD" ? {} : { body }),
    });
    try {
      const result = await answer(method, path, request);
      const many = Array.isArray(result) ? result.length : 1;
      const info = { page: 1, per_page: 100, count: many, total_count: many, total_pages: 1 };
      const said = { success: true, errors: [], messages: [], result, result_info: info };
      response.end(JSON.stringify(said));
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      if (process.env.DEBUG_ACCOUNT) console.error(String(error), String(body).slice(0, 400));
      fail(404, error.code, error.message);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`;
  return {
    url,
    env: { CLOUDFLARE_API_BASE_URL: url, CLOUDFLARE_API_TOKEN: "test-token" },
    asked,
    buckets,
    queues,
    consumers,
    domains,
    crons,
    subdomain,
    restores,
    cached,
    worker: () => uploaded,
    rows: (sql) => database.prepare(sql).all() as Record<string, unknown>[],
    refuse: (path, code, message) => {
      refused = path === undefined ? undefined : { path, code, message };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      database.close();
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
