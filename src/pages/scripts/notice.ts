/**
 * Shows the outcome of an answer in the notice. It stands between the click and the page script, which
 * would only hide the notice: a reader should see what was kept, and be able to take it back. Where
 * the page script has not loaded, the click says so instead of pretending.
 */
export const NOTICE_SCRIPT = `(() => {
  const notice = document.querySelector("[data-starling-notice]");
  notice.addEventListener("click", (event) => {
    const button = event.target.closest("[data-starling-consent]");
    if (!button) return;
    event.stopPropagation();
    const yes = button.dataset.starlingConsent === "yes";
    const show = (state) => () => { notice.dataset.state = state; };
    Promise.resolve()
      .then(() => window.starling.consent(yes))
      .then(show(yes ? "agreed" : "refused"), show("failed"));
  });
})();`;
