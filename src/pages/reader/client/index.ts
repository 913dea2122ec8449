/** What a reader's page does beside being read, which is the page script's own. */
import { listenToNotice } from "./consent.ts";
import { putOwnRef } from "./own-ref.ts";

const script = document.querySelector<HTMLScriptElement>("script[data-token]");
const notice = document.querySelector<HTMLElement>("[data-starling-notice]");

if (script) {
  putOwnRef(script);
  if (notice) listenToNotice(notice, script);
}
