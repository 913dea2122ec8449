/** SHA-256 of bytes, or of a text as UTF-8: 32 bytes; `toHex` of domain/encoding.ts writes them out. */
export async function sha256(data: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
