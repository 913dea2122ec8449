/**
 * The page script: tells the clock what the browser does, and the server what the clock says. It keeps
 * nothing on the device, so blocked storage and cookies change nothing.
 */
import { advance, running, still, TICK_MS, total, trust } from "./clock.ts";
import { embed } from "./embed.ts";
import { isFocusMoot } from "./focus.ts";
import { isSeen, look } from "./look.ts";
import { dataset } from "./script.ts";
import { beginVisit, due, ended, isOwed, renew, tell, told } from "./tell.ts";
import { limit } from "./view.ts";

declare const FULL: boolean;

/**
 * What gives the page to the reader or takes it away, and what a hand does to it. Fingers that pan are
 * taken from the pointer and go on as touches: https://w3c.github.io/pointerevents/#the-pointercancel-event
 */
const EVENTS =
  "visibilitychange focus blur pagehide freeze scroll wheel keydown pointerdown pointermove touchmove" +
  // While it plays. Media events do not bubble, but are caught on their way down.
  (FULL ? " timeupdate" : "");

/** After an event, and every tick without one: may the clock run? Tells the server when it stops. */
function update(event?: Event): void {
  const type = event ? event.type : "";
  if (FULL && type === "timeupdate") {
    // A background that plays for ever holds nobody.
    const media = (event as Event).target as HTMLMediaElement;
    if (media.loop || media.duration > 1e4) return;
  }
  // At pagehide and freeze the page may still call itself visible:
  // https://github.com/w3c/page-visibility/issues/39
  const goes = /hide|ez/.test(type);
  const mayRun = !goes && isSeen() && !document.hidden && (isFocusMoot || document.hasFocus());
  if (advance(mayRun as boolean, type) && total) void tell(goes ? "p" : "v");
}

/** What gives the page back to the reader without an event is seen at the next tick. */
function tick(): void {
  update();
  look(update);
  if (running) {
    if (ended) void tell("r");
    if (still > limit && told < total + trust) void tell("i");
    if (total >= due) void tell("c");
  }
  if (isOwed()) void tell("o");
}

// A script that stands in the page twice is one reader.
if (!FULL || !window.starling) {
  // From the back/forward cache, for which the page's token is spent.
  addEventListener("pageshow", (event) => {
    if (event.persisted) renew();
  });
  for (const type of EVENTS.split(" ")) {
    addEventListener(type, update, true);
  }
  beginVisit();
  if (FULL) embed(update);
  setInterval(tick, TICK_MS);
  tick();
  // For a token, and the reader's own ref in the address bar.
  if (FULL && !dataset.token) void tell("o");
}
