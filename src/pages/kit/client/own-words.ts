/** Keeps the sender's own words, and shows the captions that they make. */
export function watchWords(form: HTMLFormElement): void {
  const { words = "", failed = "" } = form.dataset;
  const said = form.querySelector<HTMLElement>("[data-said]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { opener, closer } = form.elements as unknown as Record<string, HTMLInputElement>;
    try {
      const answer = await fetch(words, {
        method: "PUT",
        credentials: "same-origin",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          opener: opener ? opener.value : "",
          closer: closer ? closer.value : "",
        }),
      });
      if (answer.ok) return location.reload();
    } catch {
      // Told below, as what was refused is.
    }
    if (said) said.textContent = failed;
  });
}
