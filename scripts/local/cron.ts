/** Fires the Worker's cron, which does not fire by itself outside the platform. */

const everyMinute = "* * * * *";

/** @throws when a cron is anything but each minute, since nothing else can be kept here */
export function needsCron(crons: readonly string[]): boolean {
  const other = crons.find((cron) => cron !== everyMinute);
  if (other !== undefined) throw new Error(`Cron "${other}": here only "${everyMinute}" can fire.`);
  return crons.length > 0;
}

/** @throws when the Worker's handler does not end well */
export async function fireCron(origin: URL, time: Date): Promise<void> {
  const url = new URL("/cdn-cgi/local/scheduled", origin);
  url.searchParams.set("cron", everyMinute);
  url.searchParams.set("time", String(time.getTime()));
  url.searchParams.set("format", "json");
  const said = await (await fetch(url)).text();
  if (!said.includes('"outcome":"ok"')) throw new Error(`The cron of this minute failed: ${said}`);
}

/** Calls at each full minute, as the platform does. */
export function onEachMinute(act: (time: Date) => void): void {
  const next = Math.floor(Date.now() / 60_000 + 1) * 60_000;
  setTimeout(() => {
    onEachMinute(act);
    act(new Date(next));
  }, next - Date.now());
}
