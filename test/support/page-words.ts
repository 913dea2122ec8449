/** All words of all pages, for tests of what is said. */
import { wordsOf } from "../../src/pages/console/words/index.ts";
import { sources } from "../../src/pages/console/words/sources.ts";
import { QUESTIONS } from "../../src/pages/kit/questions.ts";
import { KIT_WORDS } from "../../src/pages/kit/words/index.ts";
import { CONSENT_WORDS } from "../../src/pages/reader/consent-words.ts";
import { LEAVE_NAME_WORDS } from "../../src/pages/reader/leave-name-words.ts";
import { SIGN_IN_WORDS } from "../../src/pages/reader/sign-in-words.ts";
import { READER_WORDS } from "../../src/pages/reader/words.ts";
import { LANGUAGES, type Language, type Spoken } from "../../src/pages/shell/language.ts";
import { MESSAGE_KINDS, MESSAGES, REQUEST_NUMBER } from "../../src/pages/shell/message-words.ts";
import { HELD_WORDS } from "../../src/pages/site/held-words.ts";
import { HOME_WORDS } from "../../src/pages/site/home-words.ts";
import { KEPT_GROUP_WORDS } from "../../src/pages/site/kept-groups.ts";
import { KEPT_WORDS } from "../../src/pages/site/kept-words.ts";
import { PRIVACY_WORDS } from "../../src/pages/site/privacy-words.ts";

const messages = Object.fromEntries(
  LANGUAGES.map((language) => [language, MESSAGE_KINDS.map((kind) => MESSAGES[kind][language])]),
) as Spoken<unknown>;

const consoleScreens = Object.keys(sources) as (keyof typeof sources)[];
const consoleWords = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    Object.fromEntries(consoleScreens.map((name) => [name, wordsOf(name, language)])),
  ]),
) as Spoken<unknown>;

/** All that the pages say, face by face. */
export const faces: readonly (readonly [string, Spoken<unknown>])[] = [
  ["the kit", KIT_WORDS],
  ["the reader page", READER_WORDS],
  ["consent", CONSENT_WORDS],
  ["the form for a name", LEAVE_NAME_WORDS],
  ["signing in", SIGN_IN_WORDS],
  ["the messages", messages],
  ["a message's number", REQUEST_NUMBER],
  ["the kit's questions", QUESTIONS],
  ["the console", consoleWords],
  ["home", HOME_WORDS],
  ["privacy", PRIVACY_WORDS],
  ["a viewer's own page", HELD_WORDS],
  ["what may be kept", KEPT_WORDS],
  ["its heads and codes", KEPT_GROUP_WORDS],
];

/** Every sentence that words can come to say. */
function sentences(words: unknown): string[] {
  if (typeof words === "string") return [words];
  if (typeof words === "function") return sentences(words({ sender: "A", workspace: "B" }, 2));
  return words && typeof words === "object" ? Object.values(words).flatMap(sentences) : [];
}

/** Every sentence of a face in a language. */
export const said = (words: Spoken<unknown>, language: Language) => sentences(words[language]);
