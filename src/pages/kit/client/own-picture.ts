/** Sends the picture that the sender chose as their portrait or code, or takes it away, and shows what came of it. */
export function watchPicture(card: HTMLElement): void {
  const { url = "", sending = "", failed = "" } = card.dataset;
  const said = card.querySelector<HTMLElement>("[data-said]");
  const field = card.querySelector<HTMLInputElement>("input");
  const change = async (init: RequestInit) => {
    if (said) said.textContent = sending;
    try {
      const answer = await fetch(url, { credentials: "same-origin", ...init });
      if (answer.ok) return location.reload();
    } catch {
      // Told below, as what was refused is.
    }
    if (said) said.textContent = failed;
  };
  if (field) {
    field.addEventListener("change", () => {
      const file = field.files?.[0];
      if (file) void change({ method: "PUT", body: file });
      // The same file chosen again is a change again.
      field.value = "";
    });
  }
  const removal = card.querySelector("[data-remove]");
  if (removal) removal.addEventListener("click", () => void change({ method: "DELETE" }));
}
