import { change } from "./send.ts";

/** Keeps the sender's own words, and shows the captions that they make. */
export function watchWords(form: HTMLFormElement): void {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { opener, closer } = form.elements as unknown as {
      readonly opener: HTMLInputElement;
      readonly closer: HTMLInputElement;
    };
    const words = { opener: opener.value, closer: closer.value };
    if (await change(form, form.dataset.words, "PUT", words)) location.reload();
  });
}
