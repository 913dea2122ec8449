/**
 * `npm run deploy:setup`: makes in a Cloudflare account what a deployment needs, and its secrets. What it
 * made it remembers at once, so that it can be run again after anything went wrong, or after an update
 * that needs more.
 */
import { parseArgs } from "node:util";
import { step } from "../progress.ts";
import { runTool } from "../tool.ts";
import {
  merged,
  type Production,
  productionFile,
  readBase,
  readProduction,
  withSettings,
  writeProduction,
} from "./production.ts";
import { idOf, neededResources, resourceKey } from "./resources.ts";
import { freshSecrets, readSecrets, secretsFile, writeSecrets } from "./secrets.ts";

interface Account {
  readonly id: string;
  readonly name: string;
}

/** It asks nothing then, and says what it did. */
const quiet = { CI: "true", NO_COLOR: "1", WRANGLER_HIDE_BANNER: "true" };

async function accounts(): Promise<readonly Account[]> {
  let said: string;
  try {
    said = await runTool("wrangler", ["whoami", "--json"], { env: quiet });
  } catch {
    throw new Error("wrangler is not logged in. Run npx wrangler login, then this again.");
  }
  return (JSON.parse(said) as { accounts: Account[] }).accounts;
}

/** The account that was used before or is named, or the only one. */
async function chooseAccount(before: string | undefined): Promise<Account> {
  const all = await accounts();
  const wanted = process.env.CLOUDFLARE_ACCOUNT_ID || before;
  if (before !== undefined && wanted !== before) {
    throw new Error(
      `${productionFile} belongs to another account. For a second installation use a second clone.`,
    );
  }
  const fitting = wanted === undefined ? all : all.filter(({ id }) => id === wanted);
  const [account] = fitting;
  if (account && fitting.length === 1) return account;
  const list = all.map(({ id, name }) => `\n  ${id}  ${name}`).join("");
  throw new Error(
    `Say which account: CLOUDFLARE_ACCOUNT_ID=… npm run deploy:setup. You may use:${list}`,
  );
}

/** @throws when it is no host's name */
function domainSettings(domain: string): Production["settings"] {
  if (!/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(domain)) {
    throw new Error("--domain takes a host's name in small letters, such as read.example.com.");
  }
  return {
    routes: [{ pattern: domain, custom_domain: true }],
    vars: { PUBLIC_ORIGIN: `https://${domain}` },
  };
}

async function setUp(): Promise<void> {
  const { values } = parseArgs({
    options: { domain: { type: "string" }, location: { type: "string" } },
  });
  const before = await readProduction();
  const account = await chooseAccount(before.accountId);
  console.log(`Account ${account.name} (${account.id})`);
  const domain = values.domain === undefined ? {} : domainSettings(values.domain);
  const settings = merged(before.settings, domain);
  let production: Production = { ...before, accountId: account.id, settings };
  await writeProduction(production);

  const config = withSettings(readBase(), production);
  for (const resource of neededResources(config, values.location)) {
    const key = resourceKey(resource);
    if (key in production.made) continue;
    const id = await step(key, async () => {
      const env = { ...quiet, CLOUDFLARE_ACCOUNT_ID: account.id };
      return idOf(resource, await runTool("wrangler", resource.command, { env }));
    });
    production = { ...production, made: { ...production.made, [key]: id } };
    await writeProduction(production);
  }
  await makeSecrets();
  console.log("\nAll is there. Put it on the net: npm run deploy");
}

async function makeSecrets(): Promise<void> {
  if (await readSecrets()) return;
  const secrets = freshSecrets();
  await writeSecrets(secrets);
  console.log(`
ADMIN_SECRET, which makes workspaces, is shown this once:

  ${secrets.ADMIN_SECRET}

It stands in ${secretsFile}, beside the keys that sign addresses. Keep a copy of that file where you
keep passwords: Cloudflare shows neither again, and without the keys no key can ever be changed.`);
}

try {
  await setUp();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(
    "\nNothing is lost: what was made is remembered. Mend what is above, then run it again.",
  );
  process.exit(1);
}
