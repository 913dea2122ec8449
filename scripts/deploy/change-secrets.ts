/**
 * `npm run deploy:secrets -- rotate | drop ID | admin | set NAME`: changes the secrets' file; a deployment
 * puts it into effect.
 */
import { text } from "node:stream/consumers";
import {
  dropKey,
  freshAdminSecret,
  readSecrets,
  rotateKeys,
  type Secrets,
  secretsFile,
  writeSecrets,
} from "./secrets.ts";

const usage = "Say what to do: npm run deploy:secrets -- rotate, drop ID, admin or set NAME";

async function changed(secrets: Secrets, act?: string, id = ""): Promise<Secrets> {
  if (act === "rotate") return { ...secrets, SIGNING_KEYS: rotateKeys(secrets.SIGNING_KEYS) };
  if (act === "drop" && /^\d{1,3}$/.test(id)) {
    return { ...secrets, SIGNING_KEYS: dropKey(secrets.SIGNING_KEYS, Number(id)) };
  }
  if (act === "admin") return { ...secrets, ADMIN_SECRET: freshAdminSecret() };
  if (act === "set" && /^[A-Z][A-Z0-9_]*$/.test(id)) {
    const value = (await text(process.stdin)).trim();
    if (value === "") throw new Error(`Give ${id} on the standard input.`);
    return { ...secrets, [id]: value };
  }
  throw new Error(usage);
}

try {
  const [act, id] = process.argv.slice(2);
  const secrets = await readSecrets();
  if (!secrets)
    throw new Error(`There is no ${secretsFile} here. Put your copy of it in its place.`);
  await writeSecrets(await changed(secrets, act, id));
  console.log(`${secretsFile} is changed: keep a copy of it, then npm run deploy.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
