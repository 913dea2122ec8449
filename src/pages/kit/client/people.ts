/** Makes a link for the person whose name was pressed, and copies it. */
import { copyText } from "./copy-text.ts";
import { say } from "./say.ts";

/** Listens to a list of people's names. */
export function watchPeople(list: HTMLElement): void {
  list.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-person]");
    if (!button) return;
    const { url = "", contentId } = list.dataset;
    try {
      const answer = await fetch(url, {
        method: "POST",
        credentials: "same-origin",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ contentId, contactId: button.dataset.person }),
      });
      if (!answer.ok) throw new Error("No link was made");
      const made = (await answer.json()) as { url: string };
      // Where a page may copy only while a finger is down, it can be copied by hand.
      const place = document.getElementById("person");
      if (place) place.textContent = made.url;
      say(button, await copyText(made.url));
    } catch {
      say(button, false, button.dataset.refused);
    }
  });
}
