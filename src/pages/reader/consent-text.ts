/** The very words that a reader answers to, as they are hashed for the proof and the receipt. */
import { LANGUAGES } from "../shell/language.ts";
import { CONSENT_WORDS } from "./consent-words.ts";

/** In place of the names, so that the words of a version are the same for everybody. */
const names = { sender: "{sender}", workspace: "{workspace}" };

/**
 * SHA-256 of a version's words in a language, as 64 hexadecimal digits; "" where these are not the pages' own, as of a
 * page that asks in words of its own. What a workspace adds is named by the version behind the plus.
 */
export async function consentHash(version: string, language: string): Promise<string> {
  const spoken = LANGUAGES.find((known) => known === language);
  const [base] = version.split("+");
  if (base !== CONSENT_WORDS.version || spoken === undefined) return "";
  const { ask, noticed, more, yes, no } = CONSENT_WORDS[spoken];
  const told = [ask(names), noticed(names), more(names)];
  const text = [version, spoken, ...told, yes, no].join("\n");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
