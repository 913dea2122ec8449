const SHOWN_MS = 2500;

/** What each button says at rest, and the timer that brings it back. */
const resting = new Map<Element, { text: string; timer: number }>();

/** Says on the button itself whether copying worked, for a moment. */
export function say(button: HTMLElement, isCopied: boolean, why?: string): void {
  const label = button.querySelector("[data-label]") ?? button;
  const before = resting.get(button);
  const text = before ? before.text : (label.textContent as string);
  const { done, failed } = button.dataset;
  label.textContent = (isCopied ? done : why || failed) || "";
  button.dataset.state = isCopied ? "done" : "failed";
  if (before) clearTimeout(before.timer);
  const timer = window.setTimeout(() => {
    label.textContent = text;
    delete button.dataset.state;
  }, SHOWN_MS);
  resting.set(button, { text, timer });
}
