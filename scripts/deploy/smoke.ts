/**
 * `npm run smoke -- https://read.example.com [LINK] [--operator]`: asks a deployed Starling whether it is
 * all there. It makes nothing, counts nothing, and needs no key; with --operator it also tries the
 * ADMIN_SECRET of the environment or of the secrets' file, without using it for anything.
 */
import { parseArgs } from "node:util";
import { readSecrets } from "./secrets.ts";

export interface Finding {
  readonly what: string;
  /** Why it is not as it should be; undefined where it is. */
  readonly fault?: string;
}

export interface SmokeOptions {
  /** "https://host" of the deployment. */
  readonly base: string;
  /** A share link of it that leads somewhere now. */
  readonly link?: string | undefined;
  readonly adminSecret?: string | undefined;
}

/** A browser, so that people's pages are answered as pages. */
const browser = {
  Accept: "text/html",
  "User-Agent": "Mozilla/5.0 (compatible; starling-smoke) AppleWebKit/537.36",
};

const get = (url: URL | string, headers: Record<string, string> = {}) =>
  fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(20_000) });

function insist(holds: boolean, fault: string): void {
  if (!holds) throw new Error(fault);
}

function insistStatus(response: Response, status: number): void {
  insist(response.status === status, `answers ${response.status} instead of ${status}`);
}

function insistHeader(response: Response, name: string, pattern: RegExp): void {
  const value = response.headers.get(name);
  insist(value !== null && pattern.test(value), `${name} is ${value ?? "missing"}`);
}

/** What every page of ours carries. */
function insistPage(response: Response): void {
  insistStatus(response, 200);
  insistHeader(response, "Content-Type", /^text\/html\b/);
  insistHeader(response, "Content-Security-Policy", /default-src 'none'.*nonce-/);
  insistHeader(response, "Permissions-Policy", /geolocation=\(\)/);
  insistHeader(response, "Cache-Control", /\bno-store\b/);
  insistHeader(response, "Referrer-Policy", /./);
}

async function insistProblem(response: Response, status: number): Promise<void> {
  insistStatus(response, status);
  insistHeader(response, "Content-Type", /^application\/problem\+json\b/);
}

/** Asks one deployment everything; what fails keeps nothing else from being asked. */
export async function smoke({ base, link, adminSecret }: SmokeOptions): Promise<Finding[]> {
  const at = (path: string) => new URL(path, base);
  const isSecure = at("/").protocol === "https:";
  const checks: [string, () => Promise<void>][] = [
    [
      "its database answers (/healthz)",
      async () => {
        const response = await get(at("/healthz"));
        insistStatus(response, 200);
        insist(
          ((await response.json()) as { ok?: unknown }).ok === true,
          "says that it is not well",
        );
      },
    ],
    ["its home is a page of ours", async () => insistPage(await get(at("/"), browser))],
    [
      "every answer says what it is and who asked",
      async () => {
        const response = await get(at("/"), browser);
        insistHeader(response, "X-Content-Type-Options", /^nosniff$/);
        insistHeader(response, "X-Request-Id", /^[0-9a-f-]{36}$/);
        if (isSecure) insistHeader(response, "Strict-Transport-Security", /max-age=\d{7,}/);
      },
    ],
    [
      "the page script is there (/t.js)",
      async () => {
        const response = await get(at("/t.js"));
        insistStatus(response, 200);
        insistHeader(response, "Content-Type", /javascript/);
      },
    ],
    [
      "the API describes itself (/openapi.json, /docs)",
      async () => {
        insistPage(await get(at("/docs"), browser));
        const response = await get(at("/openapi.json"));
        insistStatus(response, 200);
        const { openapi } = (await response.json()) as { openapi?: unknown };
        insist(typeof openapi === "string", "is no description of an API");
      },
    ],
    [
      "nobody gets in without a key",
      async () => await insistProblem(await get(at("/v1/workspace")), 401),
    ],
    [
      "its secrets are set: a forged token is refused, not an error",
      async () => {
        const body = "1 forged~1~AAAAAAAAAAAAAAAAAAAAAA 1 c 0 1000 0 0";
        const response = await fetch(at("/t"), { method: "POST", body });
        insistStatus(response, 403);
      },
    ],
    [
      "no tool of a local runtime answers",
      async () => {
        for (const path of ["/cdn-cgi/local/scheduled", "/cdn-cgi/local/explorer/api/d1"]) {
          const response = await get(at(path));
          insist(response.status >= 400, `${path} answers ${response.status}`);
        }
      },
    ],
  ];
  if (adminSecret !== undefined) {
    checks.push([
      "the operator's secret is the one here",
      async () => {
        const headers = { Authorization: `Bearer ${adminSecret}` };
        insistStatus(await get(at("/v1/dead-letters?limit=1"), headers), 200);
      },
    ]);
  }
  if (link !== undefined) {
    checks.push([
      "the link opens as a reader sees it",
      async () => {
        const opened = await get(link, browser);
        insistStatus(opened, 302);
        insistHeader(opened, "Cache-Control", /\bno-store\b/);
        const way = new URL(opened.headers.get("Location") ?? "", link);
        insist(way.origin === new URL(link).origin, "leads to another host: give a content's link");
        insistPage(await get(way, browser));
      },
    ]);
  }
  const findings: Finding[] = [];
  for (const [what, check] of checks) {
    findings.push(
      await check().then(
        () => ({ what }),
        (error: unknown) => ({ what, fault: reasonOf(error) }),
      ),
    );
  }
  return findings;
}

/** fetch says only that it failed; why is its cause. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  const reason = cause?.code ?? cause?.message;
  return `${error instanceof Error ? error.message : String(error)}${reason ? ` (${reason})` : ""}`;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { operator: { type: "boolean" } },
  });
  const [base, link] = positionals;
  if (base === undefined || !URL.canParse(base) || (link !== undefined && !URL.canParse(link))) {
    console.error(
      "Say where: npm run smoke -- https://read.example.com [a share link] [--operator]",
    );
    return 2;
  }
  const adminSecret = values.operator
    ? (process.env.ADMIN_SECRET ?? (await readSecrets())?.ADMIN_SECRET)
    : undefined;
  if (values.operator && adminSecret === undefined) {
    console.error("--operator needs ADMIN_SECRET in the environment or in the secrets' file.");
    return 2;
  }
  const findings = await smoke({ base, link, adminSecret });
  for (const { what, fault } of findings) {
    console.log(fault === undefined ? `  ✓ ${what}` : `  ✗ ${what}: ${fault}`);
  }
  const faults = findings.filter(({ fault }) => fault !== undefined).length;
  console.log(faults === 0 ? "\nAll is well." : `\n${faults} of ${findings.length} are not well.`);
  return faults === 0 ? 0 : 1;
}

if (import.meta.main) process.exit(await main());
