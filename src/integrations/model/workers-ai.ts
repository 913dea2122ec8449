/** Workers AI, through the Worker's AI binding. */
import { contentOf, isCutShort } from "./chat-completions.ts";
import {
  type ModelAnswer,
  maxAnswerBytes,
  namedFailure,
  type TextModel,
  within,
  withoutThinking,
  withoutThoughts,
} from "./text-model.ts";

/** What of the AI binding is called. */
export type AiBinding = {
  run(model: string, input: object, options?: { signal?: AbortSignal }): Promise<unknown>;
};

/** Without it a model stops after 256 tokens, in the middle of the JSON. */
const maxTokens = 8192;

export function workersAi(ai: AiBinding, name: string, timeoutMs: number): TextModel {
  return {
    name,
    propose: ({ rules, post }) =>
      within(timeoutMs, async (signal) => {
        const messages = [
          { role: "system", content: rules },
          { role: "user", content: post },
        ];
        try {
          const input = { messages, max_tokens: maxTokens, ...withoutThinking(name) };
          return readAnswer(await ai.run(name, input, { signal }));
        } catch (error) {
          return failureOf(error);
        }
      }),
  };
}

/** Text models answer `{response}`, newer ones as chat completions; JSON may come parsed already. */
function readAnswer(answer: unknown): ModelAnswer {
  if (isCutShort(answer)) return { ok: false, reason: "cut-short" };
  const content = (answer as { response?: unknown } | null)?.response ?? contentOf(answer);
  const text = typeof content === "object" && content !== null ? JSON.stringify(content) : content;
  if (typeof text !== "string") return { ok: false, reason: "malformed", what: "not-text" };
  return new TextEncoder().encode(text).byteLength > maxAnswerBytes
    ? { ok: false, reason: "malformed", what: "too-large" }
    : { ok: true, text: withoutThoughts(text) };
}

/** HTTP statuses by the internal code that an error's message begins with (developers.cloudflare.com/workers-ai/platform/errors). */
const statusOf: Readonly<Record<string, number>> = {
  3003: 400,
  3006: 413,
  3023: 403,
  3039: 400,
  3040: 429,
  3041: 403,
  3042: 404,
  5004: 400,
  5005: 405,
  5007: 400,
  5016: 403,
  5018: 403,
  5019: 405,
};

function failureOf(error: unknown): ModelAnswer {
  const [code = ""] = /\b[345]0\d\d(?=:)/.exec(String(error)) ?? [];
  const named = namedFailure(code);
  if (named !== undefined) return named;
  if (code === "3007" || code === "3008") return { ok: false, reason: "timeout" };
  const status = statusOf[code];
  if (status === undefined) return { ok: false, reason: "unavailable" };
  return status === 429
    ? { ok: false, reason: "rate-limited" }
    : { ok: false, reason: "refused", status };
}
