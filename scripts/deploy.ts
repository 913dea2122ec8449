/** `npm run deploy`: migrations, then the Worker, to the Cloudflare account that wrangler is logged in to. */
import { readFile } from "node:fs/promises";
import { placeholders } from "./placeholders.ts";
import { runTool } from "./tool.ts";

const configPath = new URL("../wrangler.toml", import.meta.url);

async function deploy(): Promise<void> {
  const missing = placeholders(await readFile(configPath, "utf8"));
  if (missing.length > 0) {
    throw new Error(
      `wrangler.toml has no id yet for: ${missing.join(", ")}. docs/deploy.md says how to make them; this is done once.`,
    );
  }
  await runTool("wrangler", ["d1", "migrations", "apply", "DB_A", "--remote"], {
    show: "everything",
  });
  await runTool("wrangler", ["deploy"], { show: "everything" });
}

try {
  await deploy();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
