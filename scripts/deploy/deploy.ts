/** `npm run deploy`: migrations, then the Worker with its secrets, to the account that setup prepared. */
import { runTool } from "../tool.ts";
import {
  configFile,
  productionFile,
  readBase,
  readProduction,
  withSettings,
  writeConfig,
} from "./production.ts";
import { withIds } from "./resources.ts";
import { readSecrets, secretsFile } from "./secrets.ts";

const wrangler = (...command: string[]) =>
  runTool("wrangler", [...command, "--config", configFile], { show: "everything" });

async function deploy(): Promise<void> {
  const production = await readProduction();
  const { accountId } = production;
  if (accountId === undefined) {
    throw new Error(
      `There is no ${productionFile} here, so nothing says where to. Run npm run deploy:setup, or put your copy of it in its place.`,
    );
  }
  const config = withIds(withSettings(readBase(), production), production);
  await writeConfig({ ...config, account_id: accountId });
  const secrets = await readSecrets();
  if (!secrets) console.log(`No ${secretsFile} here: the deployed secrets stay as they are.`);

  for (const { binding } of config.d1_databases ?? []) {
    await wrangler("d1", "migrations", "apply", binding, "--remote");
  }
  await wrangler("deploy", ...(secrets ? ["--secrets-file", secretsFile] : []));
  console.log("\nCheck it: npm run smoke -- https://THE-ADDRESS-ABOVE");
}

try {
  await deploy();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
