/**
 * The workshop's meter: how many people the captions would serve follows the option that is being typed, a
 * second after the last key. So it asks once a second at most; an answer that came too late is not shown.
 */
import { settled } from "./settled.ts";

const weighMs = 1000;

export function watchWorkshop(): void {
  const place = document.querySelector<HTMLElement>("[data-capacity]");
  if (!place) return;
  const ask = place.querySelector("form");
  for (const button of Array.from(document.querySelectorAll<HTMLElement>("[data-unscripted]"))) {
    button.hidden = true;
  }
  let asked = 0;
  const weigh = async (form: HTMLFormElement) => {
    const mine = ++asked;
    const fields = new URLSearchParams({ piece: "yes" });
    new FormData(form).forEach((value, name) => {
      if (typeof value === "string") fields.append(name, value);
    });
    const answer = await fetch(place.dataset.capacity || "", {
      method: "POST",
      credentials: "same-origin",
      body: fields,
    });
    const html = answer.ok ? await answer.text() : "";
    if (html !== "" && mine === asked) place.innerHTML = html;
  };
  for (const form of Array.from(document.querySelectorAll<HTMLFormElement>("[data-try]"))) {
    form.addEventListener(
      "input",
      settled(weighMs, () => {
        weigh(form).catch(() => {});
      }),
    );
  }
  if (ask) weigh(ask).catch(() => {});
}
