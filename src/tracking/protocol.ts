/**
 * What the page and the server must agree on: the beat's wire format, when a beat is due, and how
 * long a still reader is believed. The page script imports this file and no other of the room.
 *
 * A beat is one line of text, its fields parted by one space:
 *
 *     2 TOKEN SEQ WHY FLAGS ENGAGED IDLE TRUST SCROLL SECTIONS [GOAL [VALUE]]
 *
 * | field | is |
 * | --- | --- |
 * | `2` | version of the format |
 * | TOKEN | the visit token, as given to the page; to `/t/open` instead {@link Opening `WHERE~KEY~READ`} |
 * | SEQ | 1, 2, 3 … within the visit |
 * | WHY | one letter, see {@link BEAT_REASONS} |
 * | FLAGS | sum of 1: the clock stands as this is sent, so nothing is owed; 2: a program drives the browser |
 * | ENGAGED | engaged time of the visit so far, whole ms |
 * | IDLE | time that was cut, since nothing was done for longer than {@link idleLimitMs}, whole ms |
 * | TRUST | of ENGAGED, what was believed just before such cuts, whole ms |
 * | SCROLL | furthest scroll, 0..1000 permille of the content |
 * | SECTIONS | ms by section ordinal, parted by commas; nothing between two commas is 0 |
 * | GOAL, VALUE | a goal reached (percent-encoded name) and its optional number |
 *
 * All figures are totals since the visit began, so the next beat repairs a lost one. The true time lies
 * between ENGAGED less TRUST and ENGAGED with IDLE.
 *
 * Version 1, which pages loaded long ago may still send, has END (0 or 1) for FLAGS and neither IDLE nor
 * TRUST.
 */

/** Longest body that is looked at; a real beat of 60 sections is about 600 bytes. */
export const MAX_BEAT_CHARS = 4096;
export const MAX_TOKEN_CHARS = 1024;
/** Sections that are told apart; a page of more tells the first ones'. */
export const MAX_SECTIONS = 200;
/** A day: no visit token lives longer. */
export const MAX_ENGAGED_MS = 86_400_000;
export const MAX_GOAL_CHARS = 64;
/** How far a page may be ahead of the time the server saw pass: two locations' clocks differ. */
export const CLOCK_SLACK_MS = 2000;
/** How long a page may say that it was read before it asked for a token. */
export const MAX_READ_BEFORE_MS = 600_000;
const MAX_SEQ = 1_000_000;

/** The letters on the wire. The page can send these alone, since the compiler knows no others. */
export const BEAT_REASONS = {
  /** Version 1: focus lost; now `v`. */
  b: "blur",
  /** The total at which the next beat fell due. */
  c: "checkpoint",
  /** Version 1: the browser froze the page; now `p`. */
  f: "freeze",
  g: "goal",
  /** The reader did nothing for longer than is believed. */
  i: "idle",
  /** Opened, or said once more since nothing confirmed it. */
  o: "again",
  /** The page goes: it is left, closed or frozen. */
  p: "pagehide",
  /** The first look after the clock stood. */
  r: "return",
  /** It is not looked at any more: hidden, out of focus, out of sight. */
  v: "away",
} as const;

export type BeatLetter = keyof typeof BEAT_REASONS;

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
  /** A program drives the browser, and says so (`navigator.webdriver`). */
  isMachine: boolean;
  engagedMs: number;
  /** Looked at, perhaps, but cut: nothing was done for too long. */
  idleMs: number;
  /** Of `engagedMs`, what was believed just before such cuts. */
  trustMs: number;
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
  | "flags"
  | "engaged"
  | "idle"
  | "trust"
  | "scroll"
  | "sections"
  | "goal";

export type ParsedBeat = { ok: true; beat: Beat } | { ok: false; reason: BeatFault };

/** Writes a beat in the newest format. Sections' fractions are rounded; the rest must be whole. */
export function encodeBeat(beat: Beat): string {
  const { token, seq, why, engagedMs, idleMs, trustMs, scroll, sections, goal } = beat;
  const flags = (beat.end ? 1 : 0) + (beat.isMachine ? 2 : 0);
  const totals = encodeTotals(token, seq, why, flags, engagedMs, idleMs, trustMs, scroll, sections);
  if (!goal) return totals;
  const name = `${totals} ${encodeURIComponent(goal.name)}`;
  return goal.value === undefined ? name : `${name} ${goal.value}`;
}

/** A beat without its goal, the fields in the wire's order: all that the small page script needs. */
export function encodeTotals(
  token: string,
  seq: number,
  why: BeatLetter,
  flags: number,
  engagedMs: number,
  idleMs: number,
  trustMs: number,
  scroll: number,
  sections: readonly number[],
): string {
  // Holes of a sparse array stay empty and read as 0.
  return `2 ${token} ${seq} ${why} ${flags} ${engagedMs} ${idleMs} ${trustMs} ${scroll} ${sections.map(Math.round)}`;
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

/** One reader per published version. A reader is never removed once pages use it. */
const READERS = new Map<string, (fields: string[]) => ParsedBeat>([
  ["1", readV1],
  ["2", readV2],
]);

function readV1(fields: string[]): ParsedBeat {
  if (fields.length < 8 || fields.length > 10) return no("shape");
  const [version = "", token = "", seq = "", why = "", end = "", engaged = "", ...rest] = fields;
  if (end !== "0" && end !== "1") return no("flags");
  return readV2([version, token, seq, why, end, engaged, "0", "0", ...rest]);
}

function readV2(fields: string[]): ParsedBeat {
  if (fields.length < 10 || fields.length > 12) return no("shape");
  const [, token = "", seqText, why = "", flagText, engaged, idle, trust, scrollText] = fields;
  if (token === "" || token.length > MAX_TOKEN_CHARS) return no("token");
  const seq = whole(seqText, MAX_SEQ);
  if (seq < 1) return no("seq");
  if (!isLetter(why)) return no("why");
  const flags = whole(flagText, 3);
  if (flags < 0) return no("flags");
  const engagedMs = whole(engaged, MAX_ENGAGED_MS);
  if (engagedMs < 0) return no("engaged");
  const idleMs = whole(idle, MAX_ENGAGED_MS);
  if (idleMs < 0) return no("idle");
  const trustMs = whole(trust, MAX_ENGAGED_MS);
  if (trustMs < 0) return no("trust");
  const scroll = whole(scrollText, 1000);
  if (scroll < 0) return no("scroll");
  const sections = readSections(fields[9] ?? "");
  if (!sections) return no("sections");
  const beat: Beat = {
    token,
    seq,
    why,
    end: (flags & 1) !== 0,
    isMachine: (flags & 2) !== 0,
    engagedMs,
    idleMs,
    trustMs,
    scroll,
    sections,
  };
  if (fields.length > 10) {
    const goal = readGoal(fields[10] ?? "", fields[11]);
    if (!goal) return no("goal");
    beat.goal = goal;
  }
  return { ok: true, beat };
}

/** The first {@link MAX_SECTIONS}: a page of more must not lose its total over them. */
function readSections(text: string): number[] | undefined {
  if (text === "") return [];
  const sections: number[] = [];
  for (const part of text.split(",", MAX_SECTIONS)) {
    const ms = part === "" ? 0 : whole(part, MAX_ENGAGED_MS);
    if (ms < 0) return undefined;
    sections.push(ms);
  }
  return sections;
}

/** What a page without a token says in the token's place, so that the server begins its visit. */
export interface Opening {
  /** The link's code. */
  code: string;
  /** In the page's address, and known to be the reader's own. */
  ref?: string;
  /** In the page's address, and perhaps that of whose page they came to. */
  parentRef?: string;
  /** The page's own name for its visit, drawn at random. */
  key: string;
  /** How long ago the visit began, as the page says: at most {@link MAX_READ_BEFORE_MS}. */
  readMs: number;
}

/**
 * Reads `WHERE~KEY~READ`: WHERE is `CODE`, `CODE.REF` (the reader's own) or `CODE^REF` (perhaps not), also
 * at the end of a path and with things glued to it in a chat; KEY up to 32 digits, READ whole ms.
 * Undefined where it is none of that.
 */
export function parseOpening(text: string): Opening | undefined {
  const [where = "", key = "", read, ...rest] = text.split("~");
  const [, code, mark, ref] =
    /^(?:[^~]*\/)?([A-Za-z0-9]{2,40})(?:([.^])([\w-]{1,64}))?(?![\w-])/.exec(where) ?? [];
  const readMs = whole(read, 999_999_999);
  if (!code || !/^[\w.-]{1,32}$/.test(key) || readMs < 0 || rest.length > 0) return undefined;
  const opening: Opening = { code, key, readMs: Math.min(readMs, MAX_READ_BEFORE_MS) };
  if (ref && mark === ".") opening.ref = ref;
  else if (ref) opening.parentRef = ref;
  return opening;
}

function readGoal(nameText: string, valueText: string | undefined): Goal | undefined {
  let name: string;
  try {
    name = decodeURIComponent(nameText);
  } catch {
    return undefined;
  }
  if (name === "" || [...name].length > MAX_GOAL_CHARS) return undefined;
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

/**
 * The engaged time at which the next beat falls due after one that told so much: 5 s later, from 16 s
 * on 10 s, from 46 s on 30 s; the first at 1 s, also of a page that asked for its token before. So a page that
 * is killed owes at most 5 s until it was read for 20 s, 10 s until 50 s, 30 s after.
 */
export function nextCheckpointMs(toldMs: number): number {
  return toldMs + (toldMs ? (toldMs < 16_000 ? 5000 : toldMs < 46_000 ? 10_000 : 30_000) : 1000);
}

/** How many beats fall due in so much engaged time, when none is sent for another reason. */
export function checkpointsWithin(engagedMs: number): number {
  let count = 0;
  for (let due = 1000; due <= engagedMs; due = nextCheckpointMs(due)) count++;
  return count;
}

/** A reader who does nothing is believed for at least so long. */
export const MIN_IDLE_MS = 20_000;

/**
 * How long a reader who does nothing is still believed to read: one and a half times what is on the
 * screen takes to read, at least 20 s, at most 120 s; whole ms.
 */
export function idleLimitMs(expectedMs: number): number {
  return Math.min(120_000, Math.max(MIN_IDLE_MS, expectedMs * 1.5)) | 0;
}

/**
 * Expected reading time of one character where a section states none (a page of somebody else's):
 * between the 180 ms of a Chinese character and the 50 ms of an English letter.
 */
export const UNSTATED_CHARACTER_MS = 100;

/**
 * Square pixels of a picture that are looked at in one ms: 28 s for one that fills a phone's screen of
 * 390 × 844. So long do people look at a picture in a museum: 27 s in the mean (J. K. Smith, L. F. Smith,
 * "Spending Time on Art", Empirical Studies of the Arts 19, 2001), 29 s (L. F. Smith, J. K. Smith,
 * P. P. L. Tinio, "Time spent viewing art and reading labels", Psychology of Aesthetics, Creativity, and
 * the Arts 11, 2017).
 */
export const PICTURE_AREA_PER_MS = 12;
