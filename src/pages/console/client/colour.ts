/** The colour of the workspace while it is chosen: what is typed, what is picked, and how both schemes would show it. */

type Accent = { accent: string; soft: string };
const schemes = ["light", "dark"] as const;

export function watchColour(): void {
  const typed = document.querySelector<HTMLInputElement>("[data-colour]");
  const picked = document.querySelector<HTMLInputElement>("[data-pick]");
  if (!typed || !picked) return;
  typed.addEventListener("input", () => {
    const colour = (typed.value.trim() || typed.placeholder).toLowerCase();
    if (!/^#[0-9a-f]{6}$/.test(colour)) return;
    picked.value = colour;
    void show(colour);
  });
  picked.addEventListener("input", () => {
    typed.value = picked.value;
    void show(picked.value);
  });
}

let asked = 0;

/** Asks for the colours that can be read: how they are found is known in one place alone. */
async function show(colour: string): Promise<void> {
  const turn = ++asked;
  try {
    const answer = await fetch(`/console/settings/colour?of=${encodeURIComponent(colour)}`);
    const accents = (await answer.json()) as Record<(typeof schemes)[number], Accent>;
    if (turn !== asked || !answer.ok) return;
    for (const scheme of schemes) {
      const sample = document.querySelector<HTMLElement>(`.look-${scheme}`);
      if (!sample) continue;
      sample.style.setProperty("--accent", accents[scheme].accent);
      sample.style.setProperty("--soft", accents[scheme].soft);
    }
  } catch {
    // The sample stays as it was; saving shows the same.
  }
}
