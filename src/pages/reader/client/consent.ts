/** The reader's answer to the notice: sent, and its outcome shown, so that it can be changed. */

/** How long an answer waits for the page script to be given a token, and how often it looks. */
const patienceMs = 5000;
const lookMs = 250;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends an answer and shows where its receipt can be checked; rejects where it was not taken. */
async function send(choice: boolean, notice: HTMLElement, script: HTMLScriptElement) {
  // A page that came back from the back/forward cache has no token yet.
  for (let waited = 0; !script.dataset.token && waited < patienceMs; waited += lookMs) {
    await sleep(lookMs);
  }
  const { textVersion, language } = notice.dataset;
  const { token } = script.dataset;
  const body = JSON.stringify({ token, choice, textVersion, language });
  const answer = await fetch("/t/consent", { method: "POST", body });
  if (!answer.ok) throw new Error("The answer was not taken");
  const link = notice.querySelector("a");
  const receipt = answer.headers.get("Receipt");
  if (link && receipt) {
    link.search = `receipt=${encodeURIComponent(receipt)}`;
    link.hidden = false;
  }
}

/** Listens to the notice's buttons; where an answer did not arrive, the notice says so. */
export function listenToNotice(notice: HTMLElement, script: HTMLScriptElement): void {
  notice.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-starling-consent]");
    if (!button) return;
    const isYes = button.dataset.starlingConsent === "yes";
    try {
      await send(isYes, notice, script);
      notice.dataset.state = isYes ? "agreed" : "refused";
    } catch {
      notice.dataset.state = "failed";
    }
    // The button that was pressed is gone, and with it the place of who goes by keyboard or hears the page.
    notice.focus({ preventScroll: true });
  });
}
