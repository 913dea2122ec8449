/**
 * The queue's message: one line of text whose first character is the shard's letter, since it begins
 * with the visit's claims and those with the visit's id.
 */

import { duration, instant } from "../domain/units.ts";
import { apps, devices } from "../domain/vocabulary.ts";
import type { BeatMessage } from "./merge.ts";
import type { Goal } from "./protocol.ts";
import { encodeClaims, parseClaims } from "./visit-token.ts";

const VERSION = "2";

export function encodeMessage(message: BeatMessage): string {
  const { goal } = message;
  const flags = +message.end | (+message.wasCut << 1) | (+message.isBot << 2);
  const line = [
    encodeClaims(message.claims),
    VERSION,
    message.receivedAt,
    message.seq,
    flags,
    message.engagedMs,
    message.idleMs,
    message.trustMs,
    message.scroll,
    message.sections.join() || "-",
    message.device,
    message.app,
  ];
  if (goal) line.push(encodeURIComponent(goal.name), goal.value ?? "");
  return line.join(" ");
}

/** Undefined for what this system did not write: such a message is poison. */
export function decodeMessage(text: unknown): BeatMessage | undefined {
  if (typeof text !== "string") return undefined;
  const fields = text.split(" ");
  // What the version before left in the queue: without idle time and trust.
  if (fields[1] === "1") fields.splice(6, 0, "0", "0");
  else if (fields[1] !== VERSION) return undefined;
  if (fields.length !== 12 && fields.length !== 14) return undefined;
  const claims = parseClaims(fields[0] ?? "");
  const figures = fields.slice(2, 9).map(count);
  const [receivedAt = -1, seq = -1, flags = -1, engagedMs = -1, idleMs = -1] = figures;
  const [trustMs = -1, scroll = -1] = figures.slice(5);
  const sections = fields[9] === "-" ? [] : (fields[9] ?? "").split(",").map(count);
  const device = devices.find((known) => known === fields[10]);
  const app = apps.find((known) => known === fields[11]);
  const isBroken = [...figures, ...sections].some((value) => value < 0);
  if (!claims || !device || !app || isBroken) return undefined;
  const message: BeatMessage = {
    claims,
    receivedAt: instant(receivedAt),
    seq,
    end: (flags & 1) !== 0,
    wasCut: (flags & 2) !== 0,
    isBot: (flags & 4) !== 0,
    engagedMs: duration(engagedMs),
    idleMs: duration(idleMs),
    trustMs: duration(trustMs),
    scroll,
    sections: sections.map(duration),
    device,
    app,
  };
  if (fields.length === 14) {
    const goal = decodeGoal(fields[12] ?? "", fields[13] ?? "");
    if (!goal) return undefined;
    message.goal = goal;
  }
  return message;
}

function decodeGoal(name: string, value: string): Goal | undefined {
  try {
    const decoded = decodeURIComponent(name);
    if (value === "") return { name: decoded };
    return Number.isFinite(Number(value)) ? { name: decoded, value: Number(value) } : undefined;
  } catch {
    return undefined;
  }
}

function count(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : -1;
}
