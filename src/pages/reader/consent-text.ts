/** The very words that a reader answers to, as they are hashed for the proof and the receipt. */
import { coversSignIn, ownVersion } from "../../domain/consent-version.ts";
import { sha256Hex } from "../../usecases/sha256.ts";
import { LANGUAGES } from "../shell/language.ts";
import { CONSENT_WORDS } from "./consent-words.ts";

/** In place of names and days, so that the words of a version are the same for everybody. */
const names = { sender: "{sender}", workspace: "{workspace}", days: "{days}" };

/**
 * SHA-256 of a version's words in a language, as 64 hexadecimal digits; "" where these are not the pages' own, as of a
 * page that asks in words of its own. What a workspace adds is named by the version behind the plus; a version that is
 * marked so tells of saying who one is with WeChat.
 */
export async function consentHash(version: string, language: string): Promise<string> {
  const spoken = LANGUAGES.find((known) => known === language);
  if (ownVersion(version) !== CONSENT_WORDS.version || spoken === undefined) return "";
  const { ask, noticed, more, signIn, yes, no } = CONSENT_WORDS[spoken];
  const told = [ask(names), noticed(names), more(names)];
  if (coversSignIn(version)) told.push(signIn(names));
  return await sha256Hex([version, spoken, ...told, yes, no].join("\n"));
}
