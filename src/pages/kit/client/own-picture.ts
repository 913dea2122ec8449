/** Sends the picture that the sender chose as their portrait or code, or takes it away, and shows what came of it. */
export function watchPicture(card: HTMLElement): void {
  const { url, sending, failed } = card.dataset as Record<string, string>;
  // The page draws both into every such card.
  const said = card.querySelector("[data-said]") as HTMLElement;
  const field = card.querySelector("input") as HTMLInputElement;
  const change = async (init: RequestInit) => {
    said.textContent = sending as string;
    try {
      const answer = await fetch(url as string, { credentials: "same-origin", ...init });
      if (answer.ok) return location.reload();
    } catch {
      // Told below, as what was refused is.
    }
    said.textContent = failed as string;
  };
  field.addEventListener("change", () => {
    const file = field.files?.[0];
    if (file) void change({ method: "PUT", body: file });
    // The same file chosen again is a change again.
    field.value = "";
  });
  const removal = card.querySelector("[data-remove]");
  if (removal) removal.addEventListener("click", () => void change({ method: "DELETE" }));
}
