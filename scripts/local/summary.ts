/** What is printed once Starling serves: addresses for people, and one line for scripts. */
import type { NetworkInterfaceInfo } from "node:os";
import type { Demo } from "./state.ts";

/** The addresses of a running demo. */
export function addresses(baseUrl: string, demo: Demo) {
  const at = (path: string | undefined) => (path === undefined ? undefined : baseUrl + path);
  return {
    kitUrl: at(demo.kitPath),
    shareUrl: at(demo.sharePath),
    docsUrl: `${baseUrl}/docs`,
  };
}

/** @returns "ready {…}", the line that scripts wait for */
export function readyLine(
  baseUrl: string,
  adminSecret: string,
  demo: Demo,
  consoleUrl: string,
): string {
  const { workspaceId, apiKey } = demo;
  const urls = addresses(baseUrl, demo);
  return `ready ${JSON.stringify({ baseUrl, workspaceId, apiKey, adminSecret, ...urls, consoleUrl })}`;
}

/** Where a phone in the same network finds what serves on all of this machine's addresses. */
export function networkAddresses(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
  port: number,
): string[] {
  return Object.values(interfaces)
    .flatMap((infos) => infos ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => `http://${address}:${port}`);
}

/**
 * @param consoleUrl - the link that leads into the console, once
 * @param elsewhere - base addresses that reach this machine from its network
 */
export function describeDemo(
  baseUrl: string,
  demo: Demo,
  consoleUrl: string,
  elsewhere: readonly string[] = [],
): string {
  const { kitUrl, shareUrl, docsUrl } = addresses(baseUrl, demo);
  const onPhone = shareUrl
    ? elsewhere.map((base) => `  On a phone         ${base}${demo.sharePath}\n`).join("")
    : "";
  const hint =
    kitUrl && shareUrl
      ? `Open the console, and the kit beside it: copy the caption. Open the share link in a private window, agree
and read: in the kit's own window you are the sender, whose reading does not count. The console shows under
Readers who read what, and so does the API:`
      : `The demo was cleared: write a post of your own in the console. Who read what is told there under Readers, and
by the API:`;
  return `
Starling serves at ${baseUrl}

  The console        ${consoleUrl}
                     (it works once; the next start prints another)
${kitUrl ? `  A sender's kit     ${kitUrl}\n` : ""}${shareUrl ? `  A share link       ${shareUrl}\n` : ""}${onPhone}  API and its docs   ${docsUrl}
  API key            ${demo.apiKey}

${hint}

  curl -H "Authorization: Bearer ${demo.apiKey}" ${baseUrl}/v1/visits

Ctrl-C stops it; the data stays.
`;
}
