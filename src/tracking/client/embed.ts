/** What a page of somebody else's may say and ask: consent and goals. */
import { beGuest } from "./address.ts";
import { base, dataset, script } from "./script.ts";
import { tell } from "./tell.ts";

declare global {
  interface Window {
    starling?: {
      goal(name: string, value?: number): Promise<void>;
      /** Rejects when the answer was not taken. */
      consent(choice: boolean): Promise<void>;
    };
  }
}

/** Puts `window.starling` there and listens to the notice's buttons. */
export function embed(update: () => void): void {
  beGuest();
  // Without a notice of ours the script's own attributes say which text was shown.
  const notice = document.querySelector<HTMLElement>("[data-starling-notice]") || script;
  const consent = async (choice: boolean) => {
    if (!dataset.token) await tell("o");
    // The data set holds textVersion and language; what else it holds is not read.
    const body = JSON.stringify({ ...notice.dataset, token: dataset.token, choice });
    const answer = await fetch(`${base}/consent`, { method: "POST", body });
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
    async goal(name, value) {
      update();
      // Neither NaN nor endless, which nobody could read.
      const number = (value as number) < 1e12 ? ` ${(value as number).toFixed(2)}` : "";
      // Cut at a character: half of one cannot be encoded, and the goal would be lost.
      const cut = /.{0,64}/u.exec(name) as unknown as string;
      await tell("g", ` ${encodeURIComponent(cut)}${number}`);
    },
    consent,
  };
}
