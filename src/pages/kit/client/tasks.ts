/** Says what became of a line of the day's list. */
export function watchTask(line: HTMLElement): void {
  line.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-settle]");
    if (!button) return;
    const outcome = button.dataset.settle;
    const body = outcome === "snoozed" ? { state: outcome } : { state: "done", outcome };
    try {
      const answer = await fetch(line.dataset.task || "", {
        method: "PUT",
        credentials: "same-origin",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (answer.ok) return location.reload();
    } catch {
      // Told below, as what was refused is.
    }
    const said = line.querySelector("[data-said]");
    if (said) said.textContent = line.dataset.failed || "";
  });
}
