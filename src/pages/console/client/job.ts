/** The progress of a job that the page waits for; when it ends, the page shows what became of it. */
const askMs = 700;

interface Job {
  readonly status: string;
  readonly progress: number;
}

export function watchJob(): void {
  const place = document.querySelector<HTMLElement>("[data-job]");
  if (place) ask(place).catch(() => {});
}

async function ask(place: HTMLElement): Promise<void> {
  const answer = await fetch(place.dataset.job || "", { credentials: "same-origin" }).catch(
    () => null,
  );
  const job = answer?.ok ? ((await answer.json()) as Job) : null;
  if (job && job.status !== "queued" && job.status !== "running") {
    location.reload();
    return;
  }
  if (job) show(place, Math.round(job.progress * 100));
  setTimeout(() => ask(place).catch(() => {}), askMs);
}

function show(place: HTMLElement, percent: number): void {
  const bar = place.querySelector("progress");
  const said = place.querySelector<HTMLElement>("[data-said]");
  if (bar) bar.value = percent;
  if (said) said.textContent = (said.dataset.said || "").replace("{percent}", String(percent));
}
