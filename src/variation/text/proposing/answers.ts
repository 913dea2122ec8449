/** What a model answered, read with patience: prose, fences and a torn end around good JSON lose nothing. */
import { letter } from "./asking.ts";

/** A longer option or more of them is nothing that was asked for. */
const LONGEST = 600;
const MOST = 12;

/**
 * The options of each sentence, by its index; empty where the answer has none that can be read. Of an answer
 * that breaks off, what was whole is kept.
 */
export function readOptions(answer: string): Map<number, string[]> {
  const out = new Map<number, string[]>();
  const add = (number: unknown, options: unknown) => {
    const index = Number(number) - 1;
    if (!Number.isInteger(index) || index < 0) return;
    const texts = textsIn(options);
    if (texts.length > 0) out.set(index, [...(out.get(index) ?? []), ...texts].slice(0, MOST));
  };
  const value = firstJson(answer);
  if (Array.isArray(value)) for (const item of value) addItem(item, add);
  else if (isRecord(value)) {
    for (const [key, options] of Object.entries(value)) {
      if (/^\d+\.?$/.test(key)) add(key.replace(".", ""), options);
      else if (Array.isArray(options)) for (const item of options) addItem(item, add);
    }
  }
  if (out.size > 0) return out;
  for (const [, key, list] of answer.matchAll(WHOLE_LIST)) add(key, firstJson(`[${list}]`));
  return out;
}

const WHOLE_LIST = /"(\d{1,4})"\s*:\s*\[((?:\s*"(?:[^"\\]|\\.){0,700}"\s*,?){1,20})\s*\]/g;

function addItem(item: unknown, add: (number: unknown, options: unknown) => void): void {
  if (!isRecord(item)) return;
  const { n, number, sentence, id, options, ways } = item;
  add(n ?? number ?? sentence ?? id, options ?? ways);
}

function textsIn(options: unknown): string[] {
  if (!Array.isArray(options)) return [];
  return options
    .map((option) => (isRecord(option) ? (option.text ?? option.option) : option))
    .filter((text): text is string => typeof text === "string" && text.length <= LONGEST)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** What the stranger says of one sentence. */
export interface Reading {
  /** Indices of options that go out. */
  readonly out: readonly number[];
  /** What is written in. */
  readonly in: readonly string[];
}

/** The reading of each sentence, by its index; undefined where the answer cannot be read at all. */
export function readReadings(answer: string): Map<number, Reading> | undefined {
  const value = firstJson(answer);
  if (!isRecord(value)) return undefined;
  const out = new Map<number, Reading>();
  for (const [key, said] of Object.entries(value)) {
    const index = Number(key.replace(".", "")) - 1;
    if (!Number.isInteger(index) || index < 0 || !isRecord(said)) continue;
    const letters = Array.isArray(said.out) ? said.out.map((one) => String(one).trim()) : [];
    const places = Array.from({ length: 26 }, (_, i) => letter(i));
    out.set(index, {
      out: letters.map((one) => places.indexOf(one.toLowerCase())).filter((i) => i >= 0),
      in: textsIn(said.in).slice(0, MOST),
    });
  }
  return out.size > 0 ? out : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first whole JSON object or array in a text; undefined where there is none. */
function firstJson(text: string): unknown {
  for (let tries = 0, at = next(text, 0); at >= 0 && tries < 20; tries++, at = next(text, at + 1)) {
    const end = closing(text, at);
    if (end === undefined) continue;
    try {
      return JSON.parse(text.slice(at, end));
    } catch {
      // Brackets in prose; the answer may come behind.
    }
  }
  return undefined;
}

function next(text: string, from: number): number {
  const rest = text.slice(from).search(/[{[]/);
  return rest < 0 ? -1 : from + rest;
}

/** Behind the bracket that closes the one at `at`; strings are passed over. */
function closing(text: string, at: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let i = at; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === "\\") i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") {
      depth--;
      if (depth === 0) return i + 1;
    }
  }
  return undefined;
}
