/** Any server that speaks OpenAI's chat completions: POST BASE/chat/completions. */
import {
  type ModelAnswer,
  maxAnswerBytes,
  namedFailure,
  type TextModel,
  within,
  withoutThinking,
  withoutThoughts,
} from "./text-model.ts";

export type Endpoint = {
  name: string;
  /** "https://host/v1" */
  baseUrl: string;
  apiKey: string | undefined;
  timeoutMs: number;
};

export function chatCompletions({ name, baseUrl, apiKey, timeoutMs }: Endpoint): TextModel {
  return {
    name,
    propose: async ({ rules, post }) => {
      const url = completionsUrl(baseUrl);
      if (!url) return misconfigured(URL_RULE);
      if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey)) return misconfigured(KEY_RULE);
      const messages = [
        { role: "system", content: rules },
        { role: "user", content: post },
      ];
      return within(timeoutMs, async (signal) => {
        const response = await fetch(url, {
          method: "POST",
          // Another address has not been configured, so it gets neither the key nor the text.
          redirect: "manual",
          signal,
          headers: {
            "Content-Type": "application/json",
            Accept: "application/json",
            ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }),
          },
          body: JSON.stringify({
            model: name,
            messages,
            stream: false,
            ...withoutThinking(name),
          }),
        });
        return response.ok ? readAnswer(response) : readRefusal(response);
      });
    },
  };
}

const URL_RULE =
  "MODEL_BASE_URL has to be an https address without credentials, such as https://host/v1; plain http is taken for this machine only";
const KEY_RULE = "MODEL_API_KEY holds characters that no key has: set it again";

function misconfigured(what: string): ModelAnswer {
  return { ok: false, reason: "misconfigured", what };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

function completionsUrl(baseUrl: string): string | undefined {
  if (!URL.canParse(baseUrl)) return undefined;
  const url = new URL(baseUrl);
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname));
  if (!isSafe || url.username !== "" || url.password !== "" || url.hash !== "") return undefined;
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/chat/completions`;
  return url.href;
}

/** Why a server refuses; Cloudflare's API says by a code what its status does not. */
async function readRefusal(response: Response): Promise<ModelAnswer> {
  const errors = (await readJson(response))?.errors;
  const named = Array.isArray(errors)
    ? errors.map((error: { code?: unknown } | null) => namedFailure(String(error?.code)))
    : [];
  return named.find((failure) => failure !== undefined) ?? refusal(response);
}

function refusal({ status, headers }: Response): ModelAnswer {
  if (status === 429) {
    const retryAfter = secondsToWait(headers);
    return {
      ok: false,
      reason: "rate-limited",
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }
  return { ok: false, reason: status >= 500 ? "unavailable" : "refused", status };
}

const day = 24 * 60 * 60;

/** Retry-After in seconds; a date is taken against the answer's own Date, whatever our clock says. */
function secondsToWait(headers: Headers): number | undefined {
  const told = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d{1,9}$/.test(told)) return Math.min(Number(told), day);
  const seconds = (Date.parse(told) - Date.parse(headers.get("Date") ?? "")) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), day) : undefined;
}

type Choice = { message?: { content?: unknown } | null; finish_reason?: unknown };
type Completion = { choices?: Choice[] | null } | null;

async function readAnswer(response: Response): Promise<ModelAnswer> {
  const bytes = await readCapped(response);
  if (!bytes) return { ok: false, reason: "malformed", what: "too-large" };
  const answer = jsonIn(bytes);
  if (isCutShort(answer)) return { ok: false, reason: "cut-short" };
  const content = contentOf(answer);
  return typeof content === "string"
    ? { ok: true, text: withoutThoughts(content) }
    : { ok: false, reason: "malformed", what: "not-text" };
}

async function readJson(response: Response): Promise<{ errors?: unknown } | null> {
  const bytes = await readCapped(response);
  const value = bytes && jsonIn(bytes);
  return typeof value === "object" ? value : null;
}

/** What bytes say as JSON; undefined where they are none. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Whether an answer says nothing because its length was used up before. */
export function isCutShort(answer: unknown): boolean {
  const choices = (answer as Completion)?.choices;
  const first = Array.isArray(choices) ? choices[0] : undefined;
  const content = first?.message?.content;
  return (
    first?.finish_reason === "length" &&
    (content == null || (typeof content === "string" && withoutThoughts(content).trim() === ""))
  );
}

/** The first choice's text, in the shape that chat completions have; undefined in any other. */
export function contentOf(answer: unknown): unknown {
  const choices = (answer as Completion)?.choices;
  return Array.isArray(choices) ? choices[0]?.message?.content : undefined;
}

/** A body of at most maxAnswerBytes; null where there is more, and then the rest is not read. */
async function readCapped({ body }: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > maxAnswerBytes) {
      await reader?.cancel();
      return null;
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
