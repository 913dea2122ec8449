/**
 * The page script: a thin shell that tells the meter what the browser does, and the server what the
 * meter says. It keeps nothing on the device, so blocked storage and cookies change nothing.
 */
import {
  type BeatLetter,
  encodeGoal,
  encodeTotals,
  type Goal,
  nextCheckpointMs,
} from "../protocol.ts";
import { createMeter, TICK_MS } from "./meter.ts";
import { createLook } from "./view.ts";

/** Set by the build: with embedding, consent and goals, or without. */
declare const FULL: boolean;

declare global {
  interface Window {
    starling?: { goal(name: string, value?: number): void; consent(choice: boolean): void };
  }
}

const { src, dataset } = document.currentScript as HTMLScriptElement;
/** The script's own address says where to send: `/t`, also behind a path of the customer's. */
const base = src.replace(/\/t(\/\w+)?\.js.*/, "/t");
/**
 * In these apps' webviews focus comes and goes without the reader, and a frame has focus only once
 * clicked: there, visibility alone decides. (A page one of whose frames was clicked does have focus.)
 */
const ignoreFocus = self !== top || /MicroMessenger|DingTalk|Weibo|QQ\//.test(navigator.userAgent);

let token = dataset.token;
/** An answer to wait for. */
let opening: Promise<void> | 0 = 0;
let meter = createMeter();
let seq = 0;
/** Furthest scroll, permille. */
let furthest = 0;
/** Engaged time at which the next checkpoint falls due, and that which the last beat told. */
let due = 0;
let told = 0;

const look = createLook((areas, sum, expectedMs, reached) => {
  settle();
  meter.see(areas, sum, expectedMs);
  furthest = Math.max(furthest, reached);
});

function settle(): void {
  meter.settle(performance.now());
}

/** Sends the totals, unless they are what the last beat told. */
function send(why: BeatLetter, goal?: Goal): void {
  if (goal || told !== meter.total) {
    if (token) {
      told = meter.total;
      const end = meter.stands();
      const totals = encodeTotals(token, ++seq, why, end, told, furthest, meter.sections);
      const body = FULL && goal ? totals + encodeGoal(goal) : totals;
      // What neither carries is in the next total.
      if (!navigator.sendBeacon(base, body)) {
        post("", body).catch(() => {
          told = 0;
        });
      }
    } else open("ref");
  }
}

/** A string goes as text/plain, which needs no preflight on other people's pages. */
function post(path: string, body: string): Promise<Response> {
  return fetch(base + path, { method: "POST", body, keepalive: true });
}

/** After an event, and every tick without one: may the clock run? Tells the server when it stops. */
function update(event?: Event): void {
  const type = event ? event.type : "b";
  const wasRunning = meter.running;
  settle();
  // At pagehide and freeze the page may still call itself visible.
  meter.running =
    !/hide|eeze/.test(type) && !document.hidden && (ignoreFocus || document.hasFocus());
  if (event || meter.running > wasRunning) meter.poke();
  if (wasRunning > meter.running) send(type[0] as BeatLetter);
}

function tick(): void {
  update();
  if (meter.running) {
    look();
    if (meter.stands()) send("i");
    if (meter.total >= due) {
      if (due) send("c");
      due = nextCheckpointMs(meter.total);
    }
  }
}

/** Code and ref in the address of a reader page (`/s/CODE.REF`) or after an outside link (`sl=`). */
function address(): string[] {
  return /((?:\/s\/|[?&]sl=)([\w-]+)\.)([\w-]+)/.exec(location.href) || [];
}

/** Asks for a token. `ref`: the one in the address is known to be this reader's own. */
function open(kind: "ref" | "parentRef"): void {
  const [, , code = dataset.link, ref] = address();
  opening =
    opening ||
    post("/open", JSON.stringify({ code, [kind]: ref }))
      .then((answer) => answer.json())
      .then((answer) => {
        opening = 0;
        token = answer.token;
        if (FULL) putRef(answer.ref);
      })
      .catch(() => {
        opening = 0;
      });
}

/** Puts the reader's own ref into the address bar, so that what they pass on carries it. */
function putRef(ref: string | undefined): void {
  const [old, start] = address();
  if (ref && old) history.replaceState(history.state, "", location.href.replace(old, start + ref));
}

addEventListener("pageshow", (event) => {
  if (event.persisted) {
    // Back from the back/forward cache: a new visit, for which the page's token is spent.
    token = "";
    meter = createMeter();
    opening = seq = furthest = due = told = 0;
    open("ref");
  }
});
addEventListener("online", () => {
  told = 0;
  send("o");
});
// What gives the page back to the reader without one of these is seen at the next tick.
const EVENTS =
  "visibilitychange focus blur pagehide freeze scroll wheel keydown pointerdown pointermove";
for (const type of EVENTS.split(" ")) {
  // Caught on the way down, bubbling or not; but of scrolling only the page's own, since a box in it
  // may scroll by itself, and fingers, wheels and keys tell of theirs.
  addEventListener(type, update, type !== "scroll");
}

if (FULL) {
  const [timing] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  // Reload and back_forward: who comes back to a page does not pass it on.
  const isOwn = timing && /^[rb]/.test(timing.type);
  if (!token || (isOwn && dataset.ref)) open(isOwn ? "ref" : "parentRef");
  else putRef(dataset.ref);

  const notice = document.querySelector<HTMLElement>("[data-starling-notice]");
  const consent = async (choice: boolean) => {
    const { textVersion, language = document.documentElement.lang } = notice ? notice.dataset : {};
    if (notice) notice.hidden = true;
    await opening;
    await post("/consent", JSON.stringify({ token, choice, textVersion, language }));
  };
  addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-starling-consent]");
    if (button) {
      event.preventDefault();
      consent(button.dataset.starlingConsent === "yes");
    }
  });
  window.starling = {
    consent,
    async goal(name, value) {
      const goal: Goal = { name: name.slice(0, 64) };
      if (value && Math.abs(value) < 1e12) goal.value = Math.round(value * 100) / 100;
      await opening;
      settle();
      send("g", goal);
    },
  };
}

setInterval(tick, TICK_MS);
tick();
