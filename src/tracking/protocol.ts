/**
 * What the page and the server must agree on: the beat's wire format, when a beat is due, and how
 * long a still reader is believed. The page script imports this file and no other of the room.
 *
 * A beat is one line of text, its fields parted by one space:
 *
 *     1 TOKEN SEQ WHY END ENGAGED SCROLL SECTIONS [GOAL [VALUE]]
 *
 * | field | is |
 * | --- | --- |
 * | `1` | version of the format |
 * | TOKEN | the visit token, as given to the page |
 * | SEQ | 1, 2, 3 … within the visit |
 * | WHY | one letter, see {@link BEAT_REASONS} |
 * | END | `1`: the clock stands as this is sent, so nothing is owed; `0`: it runs on |
 * | ENGAGED | engaged time of the visit so far, whole ms |
 * | SCROLL | furthest scroll, 0..1000 permille of the content |
 * | SECTIONS | ms by section ordinal, parted by commas; nothing between two commas is 0 |
 * | GOAL, VALUE | a goal reached (percent-encoded name) and its optional number |
 *
 * All figures are totals since the visit began, so the next beat repairs a lost one.
 */

export const PROTOCOL_VERSION = "1";
/** Longest body that is looked at; a real beat of 60 sections is about 600 bytes. */
export const MAX_BEAT_CHARS = 4096;
export const MAX_TOKEN_CHARS = 1024;
export const MAX_SECTIONS = 200;
/** A day: no visit token lives longer. */
export const MAX_ENGAGED_MS = 86_400_000;
export const MAX_GOAL_CHARS = 64;
const MAX_SEQ = 1_000_000;

/** The letter on the wire, the first of the browser event's name where there is one. */
export const BEAT_REASONS = {
  b: "blur",
  c: "checkpoint",
  f: "freeze",
  g: "goal",
  i: "idle",
  o: "online",
  p: "pagehide",
  r: "resume",
  v: "visibilitychange",
} as const;

export type BeatLetter = keyof typeof BEAT_REASONS;
export type BeatReason = (typeof BEAT_REASONS)[BeatLetter];

export interface Goal {
  /** Up to 64 characters. */
  name: string;
  value?: number;
}

/** A page's cumulative totals; times in whole milliseconds. */
export interface Beat {
  token: string;
  seq: number;
  why: BeatLetter;
  /** The clock stands: nothing is owed after this beat. */
  end: boolean;
  engagedMs: number;
  /** 0..1000, furthest part of the content seen. */
  scroll: number;
  /** By section ordinal; sections not reached may be missing at the end. */
  sections: readonly number[];
  goal?: Goal;
}

export type BeatFault =
  | "too-long"
  | "version"
  | "shape"
  | "token"
  | "seq"
  | "why"
  | "end"
  | "engaged"
  | "scroll"
  | "sections"
  | "goal";

export type ParsedBeat = { ok: true; beat: Beat } | { ok: false; reason: BeatFault };

/** Writes a beat in the newest format. Sections' fractions are rounded; the rest must be whole. */
export function encodeBeat(beat: Beat): string {
  const { token, seq, why, end, engagedMs, scroll, sections, goal } = beat;
  const totals = encodeTotals(token, seq, why, end, engagedMs, scroll, sections);
  return totals + (goal ? encodeGoal(goal) : "");
}

/** A beat without its goal, the fields in the wire's order: all that the small page script needs. */
export function encodeTotals(
  token: string,
  seq: number,
  why: BeatLetter,
  end: boolean,
  engagedMs: number,
  scroll: number,
  sections: readonly number[],
): string {
  // Holes of a sparse array stay empty and read as 0.
  return `${PROTOCOL_VERSION} ${token} ${seq} ${why} ${+end} ${engagedMs} ${scroll} ${sections.map(Math.round)}`;
}

export function encodeGoal({ name, value }: Goal): string {
  const encoded = ` ${encodeURIComponent(name)}`;
  return value === undefined ? encoded : `${encoded} ${value}`;
}

/**
 * Reads a beat of any version ever published. By hand, since this runs for every beat: a few
 * microseconds. Nothing is trusted but the shape; the token's signature is the caller's to check.
 */
export function parseBeat(text: string): ParsedBeat {
  if (text.length > MAX_BEAT_CHARS) return no("too-long");
  const fields = text.split(" ");
  const read = READERS.get(fields[0] ?? "");
  return read ? read(fields) : no("version");
}

/** One reader per published version. A reader is never changed nor removed once pages use it. */
const READERS = new Map<string, (fields: string[]) => ParsedBeat>([["1", readV1]]);

function readV1(fields: string[]): ParsedBeat {
  if (fields.length < 8 || fields.length > 10) return no("shape");
  const [, token = "", seqText, why = "", end, engagedText, scrollText, sectionText = ""] = fields;
  if (token === "" || token.length > MAX_TOKEN_CHARS) return no("token");
  const seq = whole(seqText, MAX_SEQ);
  if (seq < 1) return no("seq");
  if (!isLetter(why)) return no("why");
  if (end !== "0" && end !== "1") return no("end");
  const engagedMs = whole(engagedText, MAX_ENGAGED_MS);
  if (engagedMs < 0) return no("engaged");
  const scroll = whole(scrollText, 1000);
  if (scroll < 0) return no("scroll");
  const sections: number[] = [];
  if (sectionText !== "") {
    for (const part of sectionText.split(",")) {
      const ms = part === "" ? 0 : whole(part, MAX_ENGAGED_MS);
      if (ms < 0 || sections.length === MAX_SECTIONS) return no("sections");
      sections.push(ms);
    }
  }
  const beat: Beat = { token, seq, why, end: end === "1", engagedMs, scroll, sections };
  if (fields.length > 8) {
    const goal = readGoal(fields[8] ?? "", fields[9]);
    if (!goal) return no("goal");
    beat.goal = goal;
  }
  return { ok: true, beat };
}

function readGoal(nameText: string, valueText: string | undefined): Goal | undefined {
  let name: string;
  try {
    name = decodeURIComponent(nameText);
  } catch {
    return undefined;
  }
  if (name === "" || name.length > MAX_GOAL_CHARS) return undefined;
  if (valueText === undefined) return { name };
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(valueText)) return undefined;
  return { name, value: Number(valueText) };
}

function no(reason: BeatFault): ParsedBeat {
  return { ok: false, reason };
}

function isLetter(text: string): text is BeatLetter {
  return text.length === 1 && Object.hasOwn(BEAT_REASONS, text);
}

/** A plain decimal 0..max, or -1. Written out: `Number` also takes "", "1e3" and " 7". */
function whole(text: string | undefined, max: number): number {
  if (!text || text.length > 9) return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value > max ? -1 : value;
}

/** Engaged time at which the next beat falls due: 1, 5, 10, 15, 20, 30, 40, 50 s, then every 30 s. */
export function nextCheckpointMs(engagedMs: number): number {
  // 20 s lies on the grid of all these steps.
  const step =
    engagedMs < 1000 ? 1000 : engagedMs < 20_000 ? 5000 : engagedMs < 50_000 ? 10_000 : 30_000;
  return 20_000 + step * (Math.floor((engagedMs - 20_000) / step) + 1);
}

/**
 * How long a reader who does nothing is still believed to read: one and a half times what is on
 * screen takes to read, at least 20 s, at most 120 s.
 */
export function idleLimitMs(expectedMs: number): number {
  return Math.min(120_000, Math.max(20_000, expectedMs * 1.5));
}

/**
 * Expected reading time of one character where a section states none (a page of somebody else's):
 * between the 180 ms of a Chinese character and the 50 ms of an English letter.
 */
export const UNSTATED_CHARACTER_MS = 100;
