/** Looks for a language model's server on this machine, at the addresses where such servers usually listen. */

import { readFile } from "node:fs/promises";

/** Servers that speak OpenAI's chat completions, by the port that each takes unless told otherwise. */
const USUAL = [
  { server: "Ollama", baseUrl: "http://127.0.0.1:11434/v1" },
  { server: "LM Studio", baseUrl: "http://127.0.0.1:1234/v1" },
] as const;

export interface FoundModel {
  readonly server: string;
  readonly baseUrl: string;
  readonly name: string;
}

/** Models that answer with numbers, not with words. */
const NO_TALKER = /embed|rerank|whisper|tts|clip/i;
/** Nothing on this machine takes longer to list its models; the start does not wait. */
const WAIT_MS = 400;

/** The first server that lists a model that talks, with that model; undefined where there is none. */
export async function findModel(
  places: readonly Omit<FoundModel, "name">[] = USUAL,
): Promise<FoundModel | undefined> {
  const found = await Promise.all(
    places.map(async ({ server, baseUrl }) => {
      const names = await modelsAt(baseUrl);
      const name = names.find((one) => !NO_TALKER.test(one));
      return name === undefined ? undefined : { server, baseUrl, name };
    }),
  );
  return found.find((one) => one !== undefined);
}

/** Whether whoever starts this names a model's server themselves: then none is looked for. */
export async function isModelNamed(devVars: URL): Promise<boolean> {
  const written = await readFile(devVars, "utf8").catch(() => "");
  return /^\s*(?:export\s+)?MODEL_BASE_URL\s*=/m.test(written);
}

/** What is printed of it. */
export function describeModel(model: FoundModel | undefined): string {
  return model === undefined
    ? "  Language model     none found (Ollama or LM Studio on this machine would propose wordings)"
    : `  Language model     ${model.name} by ${model.server}, ${model.baseUrl}`;
}

async function modelsAt(baseUrl: string): Promise<string[]> {
  try {
    const signal = AbortSignal.timeout(WAIT_MS);
    const response = await fetch(`${baseUrl}/models`, { signal, redirect: "manual" });
    const list = response.ok ? ((await response.json()) as { data?: unknown }).data : undefined;
    if (!Array.isArray(list)) return [];
    return list.map((one: { id?: unknown } | null) => String(one?.id ?? "")).filter(Boolean);
  } catch {
    // Nobody listens there, or somebody who speaks otherwise.
    return [];
  }
}
