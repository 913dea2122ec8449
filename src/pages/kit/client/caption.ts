/** Lets a caption's field grow with its text, warns of folding while it is typed, and gives the original back. */
export function watchCaption(area: HTMLTextAreaElement): void {
  const { caption, reset, maxLines, maxChars } = area.dataset;
  const warning = document.getElementById(caption ?? "");
  const original = document.getElementById(reset ?? "");
  if (!warning || !original) return;

  const adapt = () => {
    area.style.height = "auto";
    // The border is no part of what scrolls.
    area.style.height = `${area.scrollHeight + 2}px`;
    const lines = area.value.trim().split("\n");
    const chars = [...lines.join("")].length;
    warning.hidden = lines.length <= Number(maxLines) && chars <= Number(maxChars);
    put(warning, "[data-lines]", lines.length);
    put(warning, "[data-chars]", chars);
    original.hidden = area.value === area.defaultValue;
  };

  // From here on the text decides the height, not an estimate of its lines.
  area.rows = 1;
  area.addEventListener("input", adapt);
  addEventListener("resize", adapt);
  original.addEventListener("click", () => {
    area.value = area.defaultValue;
    adapt();
    area.focus();
  });
  adapt();
}

function put(within: Element, selector: string, count: number): void {
  const place = within.querySelector(selector);
  if (place) place.textContent = String(count);
}
