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
import { createMeter, settle, stands, TICK_MS } from "./meter.ts";
import { look } from "./view.ts";

/** Set by the build: with embedding, consent and goals, or without. */
declare const FULL: boolean;

declare global {
  interface Window {
    starling?: {
      goal(name: string, value?: number): Promise<void>;
      /** Rejects when the answer was not taken. */
      consent(choice: boolean): Promise<void>;
    };
  }
}

const script = document.currentScript as HTMLScriptElement;
const { src, dataset } = script;
/** The script's own address says where to send: `/t`, also behind a path of the customer's. */
const base = src.replace(/\/t(\/\w+)?\.js.*/, "/t");
/**
 * Where visibility alone decides: on phones, whose apps' webviews often have no focus until they are
 * touched; in the desktop webviews of WeChat, WeCom and DingTalk; in a frame, which has focus only once
 * clicked. (A page one of whose frames was clicked does have focus.)
 */
const ignoreFocus = self !== top || /Mobi|MicroMessenger|DingTalk/.test(navigator.userAgent);

let token = dataset.token;
/** Is the ref in the address known to be this reader's own, or perhaps whose page they came to? */
let kind: "ref" | "parentRef" = "ref";
/** An answer to wait for. */
let opening: Promise<void> | 0 = 0;
let meter = createMeter();

/** Sends the totals, unless they are what the last beat told; with a goal, in any case. */
function send(why: BeatLetter, goal?: string): void {
  if ((FULL && goal) || meter.told !== meter.total) {
    if (token) {
      meter.told = meter.total;
      const totals = encodeTotals(
        token,
        ++meter.seq,
        why,
        stands(meter),
        meter.total,
        meter.furthest,
        meter.sections,
      );
      const body = FULL && goal ? totals + goal : totals;
      // What neither carries is in the next total.
      if (!navigator.sendBeacon(base, body)) {
        post("", body).catch(() => {
          meter.told = 0;
        });
      }
    } else open();
  }
}

/** A string goes as text/plain, which needs no preflight on other people's pages. */
function post(path: string, body: string): Promise<Response> {
  return fetch(base + path, { method: "POST", body, keepalive: true });
}

/** After an event, and every tick without one: may the clock run? Tells the server when it stops. */
function update(event?: Event): void {
  const type = event ? event.type : "blur";
  const wasRunning = meter.running;
  settle(meter, performance.now() | 0);
  // At pagehide and freeze the page may still call itself visible.
  meter.running =
    !/hide|eeze/.test(type) && !document.hidden && (ignoreFocus || document.hasFocus());
  if (event) meter.still = 0;
  if (wasRunning > meter.running) send(type[0] as BeatLetter);
}

function tick(): void {
  update();
  if (meter.running) {
    look(meter);
    if (stands(meter)) send("i");
    if (meter.total >= meter.due) {
      send("c");
      meter.due = nextCheckpointMs(meter.total);
    }
  }
}

/** Code and ref in the address of a reader page (`/s/CODE.REF`) or after an outside link (`sl=`). */
function address(): string[] {
  const pattern = FULL ? /(?:\/s\/|[?&]sl=)([\w-]+)\.([\w-]+)/ : /\/s\/([\w-]+)\.([\w-]+)/;
  return pattern.exec(location.href) || [];
}

/** Asks for a token. */
function open(): void {
  const [, found, ref] = address();
  const code = FULL ? found || dataset.link : found;
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
function putRef(own: string | undefined): void {
  const ref = address()[2];
  if (own && ref) history.replaceState(history.state, "", location.href.replace(ref, own));
}

addEventListener("pageshow", (event) => {
  if (event.persisted) {
    // Back from the back/forward cache: a new visit, for which the page's token is spent.
    token = "";
    opening = 0;
    if (FULL) kind = "ref";
    meter = createMeter();
    open();
  }
});
addEventListener("online", () => {
  meter.told = 0;
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
  const timing = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming;
  // Reload and back_forward: who comes back to a page does not pass it on.
  const isOwn = timing && /^[rb]/.test(timing.type);
  if (!token || (isOwn && dataset.ref)) {
    if (!isOwn) kind = "parentRef";
    open();
  } else putRef(dataset.ref);

  // Without a notice of ours the script's own attributes say which text was shown.
  const notice = document.querySelector<HTMLElement>("[data-starling-notice]") || script;
  const consent = async (choice: boolean) => {
    await opening;
    // The data set holds textVersion and language; what else it holds is not read.
    const answer = await post("/consent", JSON.stringify({ ...notice.dataset, token, choice }));
    if (!answer.ok) throw answer;
  };
  addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-starling-consent]");
    if (button) {
      await consent(button.dataset.starlingConsent === "yes");
      // An answer that did not arrive can be given again.
      notice.hidden = true;
    }
  });
  window.starling = {
    consent,
    async goal(name, value) {
      const goal: Goal = { name: name.slice(0, 64) };
      // Neither NaN nor endless, which nobody could read.
      if ((value as number) < 1e12) goal.value = +(value as number).toFixed(2);
      await opening;
      tick();
      send("g", encodeGoal(goal));
    },
  };
}

setInterval(tick, TICK_MS);
tick();
