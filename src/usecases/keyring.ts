/**
 * The deployment's signing keys and the one way to sign: HMAC-SHA-256 over a purpose and a payload, so
 * that a signature made for one purpose is worth nothing for another. The first key signs, all of them
 * verify: rotation adds a new key in front and drops the old one when what it signed has expired.
 */
import { fromBase64Url, toBase64Url } from "../domain/encoding.ts";

export type TokenPurpose =
  | "visit"
  | "kit"
  | "kit-session"
  | "own-look"
  | "own-looks"
  | "viewer"
  | "privacy"
  | "receipt"
  | "own-ref"
  | "sign-in"
  | "image"
  | "preview"
  | "console-link"
  | "console-session"
  | "console-form";
type Purpose =
  | TokenPurpose
  | "seal"
  | "ref"
  | "ref-hash"
  | "visit-key"
  | "visit-answer"
  | "limit"
  | "left-name"
  | "sign-in-state"
  | "outside-id"
  | "tombstone";
type SigningKey = { id: number; key: CryptoKey };

/** 128 bits: a forger needs 2¹²⁷ tries on average. */
const tokenMacBytes = 16;

export class Keyring {
  readonly #keys: SigningKey[];

  private constructor(keys: SigningKey[]) {
    this.#keys = keys;
  }

  /** Reads `kid:secret,kid:secret` (kid 1..255, secrets of 16 characters or more). Throws on any other form. */
  static async parse(text: string): Promise<Keyring> {
    const keys = await Promise.all(
      text.split(",").map(async (entry) => {
        const [, kid, secret] = /^\s*(\d{1,3}):(.{16,}?)\s*$/.exec(entry) ?? [];
        const id = Number(kid);
        if (!secret || id < 1 || id > 255) {
          throw new Error(
            "SIGNING_KEYS must read kid:secret,kid:secret with kid 1..255 and secrets of 16+ characters",
          );
        }
        const key = await crypto.subtle.importKey(
          "raw",
          new TextEncoder().encode(secret),
          { name: "HMAC", hash: "SHA-256" },
          false,
          ["sign"],
        );
        return { id, key };
      }),
    );
    return new Keyring(keys);
  }

  get currentKeyId(): number {
    return this.#first.id;
  }

  get #first(): SigningKey {
    const [first] = this.#keys;
    if (!first) throw new Error("The keyring is empty");
    return first;
  }

  /** The MAC of a message for a purpose (32 bytes), by a named key; null where the key is unknown. */
  async mac(purpose: Purpose, message: string, keyId = this.#first.id): Promise<Uint8Array | null> {
    const signing = this.#keys.find((key) => key.id === keyId);
    if (!signing) return null;
    const data = new TextEncoder().encode(`${purpose}\n${message}`);
    return new Uint8Array(await crypto.subtle.sign("HMAC", signing.key, data));
  }

  /**
   * A MAC that must not change when keys rotate (a hash that is compared for years): by the oldest key
   * of the ring, which is therefore never removed.
   */
  async lastingMac(purpose: Purpose, message: string): Promise<Uint8Array> {
    const oldest = Math.min(...this.#keys.map((key) => key.id));
    return (await this.mac(purpose, message, oldest)) as Uint8Array;
  }

  /**
   * Encrypts a text that has to be kept and read again (AES-GCM, by a key made of the newest of the ring).
   *
   * @param place whose it is: put elsewhere, it cannot be opened
   */
  async seal(place: string, text: string): Promise<string> {
    const { id } = this.#first;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = new TextEncoder().encode(place);
    const sealed = await crypto.subtle.encrypt(
      { name: "AES-GCM", iv, additionalData },
      await this.#sealingKey(id),
      new TextEncoder().encode(text),
    );
    return [id.toString(36), toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join(".");
  }

  /** The sealed text, and whether it is by the newest key; null where its key is gone or it is not ours. */
  async unseal(place: string, sealed: string): Promise<{ text: string; isNewest: boolean } | null> {
    const [kid = "", iv = "", data = ""] = sealed.split(".");
    const id = Number.parseInt(kid, 36);
    const [ivBytes, dataBytes] = [fromBase64Url(iv), fromBase64Url(data)];
    if (!ivBytes || !dataBytes || !this.#keys.some((key) => key.id === id)) return null;
    try {
      const opened = await crypto.subtle.decrypt(
        { name: "AES-GCM", iv: ivBytes, additionalData: new TextEncoder().encode(place) },
        await this.#sealingKey(id),
        dataBytes,
      );
      return { text: new TextDecoder().decode(opened), isNewest: id === this.#first.id };
    } catch {
      return null;
    }
  }

  async #sealingKey(id: number): Promise<CryptoKey> {
    const bytes = (await this.mac("seal", "aes-256-gcm", id)) as Uint8Array<ArrayBuffer>;
    return await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  }

  /** `payload~kid~mac`. The payload may hold tildes of its own: a token is read from its end. */
  async sign(purpose: TokenPurpose, payload: string): Promise<string> {
    const { id } = this.#first;
    const mac = (await this.mac(purpose, payload, id)) as Uint8Array;
    return `${payload}~${id.toString(36)}~${toBase64Url(mac.subarray(0, tokenMacBytes))}`;
  }

  /** The payload of a token signed for that purpose, or null where it is forged, foreign or broken. */
  async verify(purpose: TokenPurpose, token: string): Promise<string | null> {
    const [, payload = "", kid = "", mac = ""] = /^(.*)~([0-9a-z]+)~([\w-]+)$/s.exec(token) ?? [];
    const expected = await this.mac(purpose, payload, Number.parseInt(kid, 36));
    if (!expected) return null;
    return sameText(toBase64Url(expected.subarray(0, tokenMacBytes)), mac) ? payload : null;
  }
}

/** Compares without telling by its duration where two texts differ. */
export function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
