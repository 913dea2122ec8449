/** What Starling asks of a language model, whichever it is: a text, or why there is none. */
export interface TextModel {
  /** As the deployment's settings name it. */
  readonly name: string;
  /** Asks once. Never throws: each way to fail has a reason of its own. */
  propose(prompt: ModelPrompt): Promise<ModelAnswer>;
}

/** Models that think before they answer unless they are told not to: it takes the room that the answer needs. */
const THINKS = /qwen-?3|qwq|gemma|glm/i;

/** What tells a model's server that it is to answer at once. */
export function withoutThinking(name: string): object {
  return THINKS.test(name) ? { chat_template_kwargs: { enable_thinking: false } } : {};
}

/** An answer without what a model thought aloud before it. */
export function withoutThoughts(text: string): string {
  return text.replace(/^\s*<think>[\s\S]*?<\/think>\s*/, "");
}

export interface ModelPrompt {
  /** What to do; Starling's own words. */
  readonly rules: string;
  /** What to work on; an author's words. */
  readonly post: string;
}

export type ModelAnswer = { readonly ok: true; readonly text: string } | ModelFailure;

export type ModelFailure = { readonly ok: false } & (
  | { readonly reason: "timeout" }
  /** `retryAfter` in seconds, where the model told. */
  | { readonly reason: "rate-limited"; readonly retryAfter?: number }
  /** A 4xx, or a redirect, which is never followed. */
  | { readonly reason: "refused"; readonly status: number }
  /** What the account may ask for free is used up; it comes back at midnight UTC. */
  | { readonly reason: "spent" }
  /** The account's plan does not have this model. */
  | { readonly reason: "needs-plan" }
  /** The answer ended before it said anything: thinking took all the room there was. */
  | { readonly reason: "cut-short" }
  /** A 5xx, or no connection. */
  | { readonly reason: "unavailable"; readonly status?: number }
  | { readonly reason: "malformed"; readonly what: "too-large" | "not-text" }
  /** The deployment's settings are no good; `what` says which and names no value. */
  | { readonly reason: "misconfigured"; readonly what: string }
);

/** More than options of ten long sentences take. */
export const maxAnswerBytes = 256 * 1024;

/**
 * Does something within a time, from the first byte sent to the last one read. There is no second try:
 * it would have to fit into the same seconds, costs money again, and whoever asked can ask again.
 */
export async function within(
  timeoutMs: number,
  ask: (signal: AbortSignal) => Promise<ModelAnswer>,
): Promise<ModelAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const late = new Promise<ModelAnswer>((resolve) => {
    signal.addEventListener("abort", () => resolve({ ok: false, reason: "timeout" }));
  });
  try {
    return await Promise.race([ask(signal), late]);
  } catch {
    // What broke is not passed on: its message may hold a header, and so the key.
    return { ok: false, reason: signal.aborted ? "timeout" : "unavailable" };
  }
}

/** What Workers AI tells by a code of its own, through its binding and its HTTP API alike. */
export function namedFailure(code: string): ModelFailure | undefined {
  // 3036 in the documentation, 4006 in answers seen: what is free for the day is used up.
  if (code === "3036" || code === "4006") return { ok: false, reason: "spent" };
  return code === "5035" ? { ok: false, reason: "needs-plan" } : undefined;
}
