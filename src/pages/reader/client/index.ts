/**
 * Shows the outcome of an answer in the notice. It stands between the click and the page script, which
 * hides a notice once its answer was taken: here a reader should see what was taken and be able to
 * change it. Where the answer did not arrive, or the page script never loaded, the notice says so.
 */

declare global {
  interface Window {
    /** The page script's own; absent where it did not load. */
    starling?: { consent(choice: boolean): Promise<void> };
  }
}

const notice = document.querySelector<HTMLElement>("[data-starling-notice]");

async function answer(event: Event): Promise<void> {
  const button = (event.target as Element).closest<HTMLElement>("[data-starling-consent]");
  if (!notice || !button) return;
  event.stopPropagation();
  const isYes = button.dataset.starlingConsent === "yes";
  let state = isYes ? "agreed" : "refused";
  try {
    if (!window.starling) throw new Error("The page script did not load");
    await window.starling.consent(isYes);
  } catch {
    state = "failed";
  }
  notice.dataset.state = state;
}

notice?.addEventListener("click", answer);

export {};
