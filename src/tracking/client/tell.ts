/**
 * Carries totals to the server: by `fetch`, whose answer is seen, and by `sendBeacon` when the page goes.
 * What no answer confirms is said again as long as the page lives.
 */
import { type BeatLetter, CLOCK_SLACK_MS, encodeTotals, nextCheckpointMs } from "../protocol.ts";
import { putRef, where } from "./address.ts";
import { begin, begun, idle, now, running, sections, total, trust } from "./clock.ts";
import { base, dataset } from "./script.ts";
import { beginView, furthest } from "./view.ts";

declare const FULL: boolean;

/** Ticks after which a beat that nothing confirmed is said again. */
const AGAIN = 10;

/** What the newest beat told: its total and its trust, which grows by a cut though the total does not. */
export let told: number;
/** The total at which the next beat falls due. */
export let due: number;
/** Did the newest beat say that the clock stands? */
export let ended: boolean;
/** Names the visit while it has no token, so that asking twice makes one visit. */
let key: number;
let seq: number;
let wait: number;
/** The token came so late that the server, which knows the visit from then on, would cut its totals. */
let isLate: boolean;

/** Begins a visit. */
export function beginVisit(): void {
  key = Math.random();
  told = seq = wait = 0;
  due = 1000;
  ended = isLate = false;
  begin();
  beginView();
}

/** Begins a visit for which the page's token is worth nothing. */
export function renew(): void {
  dataset.token = "";
  beginVisit();
}

/** Is it time to say the newest beat again? To be asked every tick. */
export function isOwed(): boolean {
  return !--wait;
}

/**
 * Tells the totals, for the visit of the token; without one of use, for one that the server begins with
 * them, as long ago as the page has been read. Resolves when there is an answer or will be none.
 */
export async function tell(why: BeatLetter, goal = ""): Promise<void> {
  const mine = key;
  const asked = now();
  const sent = ++seq;
  const isBare = isLate || !dataset.token;
  ended = !running;
  told = total + trust;
  due = nextCheckpointMs(total);
  wait = AGAIN;
  const url = base + (isBare ? "/open" : "");
  const totals = encodeTotals(
    isBare ? `${where()}~${key}~${asked - begun}` : (dataset.token as string),
    sent,
    why,
    +ended + (navigator.webdriver ? 2 : 0),
    total,
    idle,
    trust,
    furthest,
    sections,
  );
  const body = FULL ? totals + goal : totals;
  try {
    // Firefox before 133 lets no fetch outlive its page: https://caniuse.com/mdn-api_request_keepalive
    // A string goes as text/plain, which needs no preflight.
    const answer = (await (why === "p" && navigator.sendBeacon
      ? navigator.sendBeacon(url, body)
      : fetch(url, { method: "POST", body, keepalive: true }))) as Response;
    // To whatever asks for patience or says nothing, sendBeacon too, it is said again.
    if (mine === key) {
      if (sent === seq && answer.status < 429) wait = 0;
      if (answer.status === 403) renew();
      if (answer.status === 200) {
        const opened = await answer.json();
        dataset.token = opened.token;
        isLate = now() - asked > CLOCK_SLACK_MS;
        if (FULL) putRef(opened.ref);
      }
    }
  } catch {}
}
