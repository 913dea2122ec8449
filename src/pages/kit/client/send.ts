/**
 * Sends something from the kit as JSON, and answers what came back; null where it was refused or nothing came.
 * It goes on when the sender leaves for their chat at once.
 */
export async function send(url = "", method: string, body: object): Promise<Response | null> {
  try {
    const answer = await fetch(url, {
      method,
      keepalive: true,
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.ok ? answer : null;
  } catch {
    return null;
  }
}

/** The same from a card that says on itself when it was refused; answers whether it was taken. */
export async function change(
  card: HTMLElement,
  url: string | undefined,
  method: string,
  body: object,
): Promise<boolean> {
  const isTaken = (await send(url, method, body)) !== null;
  // Every card that sends has one.
  const said = card.querySelector("[data-said]") as Element;
  said.textContent = isTaken ? "" : card.dataset.failed || "";
  return isTaken;
}
