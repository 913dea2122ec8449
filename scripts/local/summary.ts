/** What is printed once Starling serves: addresses for people, and one line for scripts. */
import type { Demo } from "./state.ts";

/** The addresses of a running demo. */
export function addresses(baseUrl: string, demo: Demo) {
  return {
    kitUrl: baseUrl + demo.kitPath,
    shareUrl: baseUrl + demo.sharePath,
    consoleUrl: `${baseUrl}/console`,
    docsUrl: `${baseUrl}/docs`,
  };
}

/** @returns "ready {…}", the line that scripts wait for */
export function readyLine(baseUrl: string, adminSecret: string, demo: Demo): string {
  const { workspaceId, apiKey } = demo;
  const urls = addresses(baseUrl, demo);
  return `ready ${JSON.stringify({ baseUrl, workspaceId, apiKey, adminSecret, ...urls })}`;
}

export function describeDemo(baseUrl: string, demo: Demo): string {
  const { kitUrl, shareUrl, docsUrl } = addresses(baseUrl, demo);
  return `
Starling serves at ${baseUrl}

  A sender's kit     ${kitUrl}
  A share link       ${shareUrl}
  API and its docs   ${docsUrl}
  API key            ${demo.apiKey}

Open the kit, copy the caption, open the share link and read. Then ask who read what:

  curl -H "Authorization: Bearer ${demo.apiKey}" ${baseUrl}/v1/visits

Ctrl-C stops it; the data stays.
`;
}
