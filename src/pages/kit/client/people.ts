/** Makes a link for the person whose name was pressed, and copies it. */
import { copyText } from "./copy-text.ts";
import { say } from "./say.ts";
import { send } from "./send.ts";

/** Listens to a list of people's names. */
export function watchPeople(list: HTMLElement): void {
  list.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-person]");
    if (!button) return;
    const { url, contentId } = list.dataset;
    const person = { contentId, contactId: button.dataset.person };
    const answer = await send(url, "POST", person);
    if (!answer) return say(button, false, button.dataset.refused);
    const made = (await answer.json()) as { url: string };
    // Where a page may copy only while a finger is down, it can be copied by hand.
    (document.getElementById("person") as Element).textContent = made.url;
    say(button, await copyText(made.url));
  });
}
