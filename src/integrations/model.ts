/** The model that may propose wordings: a server of one's own, else Workers AI where it is bound, else none. */
import { chatCompletions } from "./model/chat-completions.ts";
import type { TextModel } from "./model/text-model.ts";
import { type AiBinding, workersAi } from "./model/workers-ai.ts";

export type { ModelFailure, TextModel } from "./model/text-model.ts";

export type ModelSettings = {
  /** Workers AI; used where no MODEL_BASE_URL is set. */
  AI?: AiBinding | undefined;
  MODEL_NAME?: string | undefined;
  /** A server that speaks OpenAI's chat completions, up to and with its version: "https://host/v1". */
  MODEL_BASE_URL?: string | undefined;
  MODEL_API_KEY?: string | undefined;
  MODEL_TIMEOUT_MS?: string | number | undefined;
};

/** A job waits for it: options of ten sentences take their time. */
const defaultTimeoutMs = 60_000;
const maxTimeoutMs = 90_000;
/** Reads and writes Chinese and English well for about a cent a post. */
const workersModel = "@cf/qwen/qwen3-30b-a3b-fp8";

/**
 * The deployment's model; undefined where none is configured. Settings that make no sense are told when
 * the model is asked, so that a deployment with a slip in them still serves everything else.
 */
export function modelOf(settings: ModelSettings): TextModel | undefined {
  const { AI: ai, MODEL_BASE_URL: baseUrl, MODEL_API_KEY: apiKey } = settings;
  const name = settings.MODEL_NAME?.trim() || (baseUrl ? "" : workersModel);
  if (!baseUrl && !ai) return undefined;
  const timeoutMs = Number(settings.MODEL_TIMEOUT_MS || defaultTimeoutMs);
  if (name === "") return broken(name, "MODEL_NAME has to say which model is asked");
  if (!(timeoutMs >= 1 && timeoutMs <= maxTimeoutMs)) {
    return broken(name, `MODEL_TIMEOUT_MS has to be between 1 and ${maxTimeoutMs}`);
  }
  if (baseUrl) {
    return chatCompletions({ name, baseUrl, apiKey: apiKey?.trim() || undefined, timeoutMs });
  }
  return ai && workersAi(ai, name, timeoutMs);
}

function broken(name: string, what: string): TextModel {
  return { name, propose: async () => ({ ok: false, reason: "misconfigured", what }) };
}
