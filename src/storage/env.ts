/** The Worker's bindings and secrets. Named in index.ts, app.ts, storage and integrations only. */
export interface Env {
  DB_A: D1Database;
  MEDIA: R2Bucket;
  CACHE: KVNamespace;
  BEATS: Queue<string>;
  JOBS: Queue<string>;
  UPLOADS: Queue<string>;
  ASSETS: Fetcher;
  API_LIMIT: RateLimit;
  HEAVY_LIMIT: RateLimit;
  BEAT_LIMIT: RateLimit;
  OPEN_LIMIT: RateLimit;
  BURST_LIMIT: RateLimit;
  CROWD_LIMIT: RateLimit;
  /** Guards `POST /v1/workspaces` and the admin calls of the deployment. */
  ADMIN_SECRET: string;
  /** `kid:secret,kid:secret`: the first signs, all verify. kid is 1..255. */
  SIGNING_KEYS: string;
  /** "https://host" that addresses are written with; unset: the host that a request came to. */
  PUBLIC_ORIGIN?: string;
  /** A model that proposes wordings: Workers AI, or a server of one's own (docs/deploy.md). */
  AI?: Ai;
  MODEL_NAME?: string;
  MODEL_BASE_URL?: string;
  MODEL_API_KEY?: string;
  MODEL_TIMEOUT_MS?: string | number;
  /** Where the APIs of WeChat and WeCom answer, and what else may be asked outside (docs/wechat.md). */
  WECHAT_API_ORIGIN?: string;
  WECOM_API_ORIGIN?: string;
  WECHAT_AUTHORIZE_ORIGIN?: string;
  ALLOWED_ORIGINS?: string;
  OUTSIDE_TIMEOUT_MS?: string | number;
}
