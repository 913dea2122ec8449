import { change } from "./send.ts";

/** Says what became of a line of the day's list. */
export function watchTask(line: HTMLElement): void {
  line.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-settle]");
    if (!button) return;
    const outcome = button.dataset.settle;
    const body = outcome === "snoozed" ? { state: outcome } : { state: "done", outcome };
    if (await change(line, line.dataset.task, "PUT", body)) location.reload();
  });
}
