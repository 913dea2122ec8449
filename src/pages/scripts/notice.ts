/**
 * Shows the outcome of an answer in the notice. It stands between the click and the page script, which
 * hides a notice once its answer was taken: here a reader should see what was taken and be able to
 * change it. Where the answer did not arrive, or the page script never loaded, the notice says so.
 */
export const NOTICE_SCRIPT = `(() => {
  const notice = document.querySelector("[data-starling-notice]");
  notice.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-starling-consent]");
    if (!button) return;
    event.stopPropagation();
    const yes = button.dataset.starlingConsent === "yes";
    let state = yes ? "agreed" : "refused";
    try {
      await window.starling.consent(yes);
    } catch {
      state = "failed";
    }
    notice.dataset.state = state;
  });
})();`;
