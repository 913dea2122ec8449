/**
 * Registries of folders in which each file is one of a kind: putting a file there is all it takes. An entry
 * is imported when it is first asked for, so that an isolate that serves a reader evaluates none of them.
 */
import { readdir } from "node:fs/promises";

const source = new URL("../src/", import.meta.url);

/** The text of src/generated/job-kinds.ts: what does the work of each kind of job. */
export async function jobKindsModule(): Promise<string> {
  return [
    "/** Made by scripts/build.ts: a kind of job for each file of src/usecases/jobs/kinds. */",
    'import type { JobKind } from "../domain/job.ts";',
    'import type { JobWork } from "../usecases/jobs/job-work.ts";',
    "",
    "export const jobWorks: { readonly [Kind in JobKind]: () => Promise<JobWork<Kind>> } = {",
    ...(await entries("usecases/jobs/kinds", "job")),
    "};",
    "",
  ].join("\n");
}

/** The text of src/generated/outbox-consumers.ts: who reads the outbox. */
export async function outboxConsumersModule(): Promise<string> {
  return [
    "/** Made by scripts/build.ts: a consumer for each file of src/usecases/outbox/consumers. */",
    'import type { OutboxConsumer } from "../usecases/outbox/consumer.ts";',
    "",
    "export const outboxConsumers: Readonly<Record<string, () => Promise<OutboxConsumer>>> = {",
    ...(await entries("usecases/outbox/consumers", "consumer")),
    "};",
    "",
  ].join("\n");
}

/** A line for each file of a folder, by the file's name; none where there is no folder. */
async function entries(folder: string, exported: string): Promise<string[]> {
  const files = await readdir(new URL(`${folder}/`, source)).catch(() => []);
  return files
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => {
      const name = JSON.stringify(file.slice(0, -3));
      return `  ${name}: () => import("../${folder}/${file}").then((file) => file.${exported}),`;
    });
}
