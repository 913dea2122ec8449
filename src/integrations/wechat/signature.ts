/** How a page proves to WeChat that it belongs to an account. */

export type Signable = {
  readonly ticket: string;
  readonly nonce: string;
  /** Seconds. */
  readonly timestamp: number;
  /** As the page has it, query included; what stands behind "#" is left out. */
  readonly url: string;
};

/** SHA-1 as WeChat asks for it, 40 hexadecimal digits. */
export async function signPage({ ticket, nonce, timestamp, url }: Signable): Promise<string> {
  const page = withoutFragment(url);
  const text = `jsapi_ticket=${ticket}&noncestr=${nonce}&timestamp=${timestamp}&url=${page}`;
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Cut as text: writing the address anew would change what was signed. */
export function withoutFragment(url: string): string {
  return url.split("#", 1)[0] ?? "";
}
