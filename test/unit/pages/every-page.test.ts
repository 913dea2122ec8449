import { raw } from "hono/html";
import { describe, expect, test } from "vitest";
import { renderKit } from "../../../src/pages/kit/page.tsx";
import { renderReader } from "../../../src/pages/reader/page.tsx";
import { LANGUAGES } from "../../../src/pages/shell/language.ts";
import { renderDocument } from "../../../src/pages/shell/layout.tsx";
import { renderMessage } from "../../../src/pages/shell/message.tsx";
import { MESSAGE_KINDS } from "../../../src/pages/shell/message-words.ts";
import { renderDocs } from "../../../src/pages/site/docs.tsx";
import { renderHome } from "../../../src/pages/site/home.tsx";
import { renderPrivacy } from "../../../src/pages/site/privacy.tsx";
import { tagsOf } from "../../support/html.ts";
import { contract } from "../../support/sample-contract.ts";
import { KEPT } from "../../support/sample-kept.ts";
import { kitProps } from "../../support/sample-kit.ts";
import { NONCE, readerProps, readerPropsEn } from "../../support/sample-pages.ts";

type Page = [name: string, html: string, lang: string];

const pages: Page[] = [
  ["docs", renderDocs({ nonce: NONCE, contract }), "en"],
  ["a chapter of the docs", renderDocs({ nonce: NONCE, contract, chapter: "Senders" }), "en"],
  ["reader zh", renderReader(readerProps()), "zh-CN"],
  ["reader en", renderReader(readerPropsEn({ notice: "noticed" })), "en"],
  ["reader in Arabic", renderReader(readerProps({ textLanguage: "ar" })), "ar"],
  ...LANGUAGES.flatMap((language): Page[] => [
    [`kit ${language}`, renderKit(kitProps({ language })), language],
    [`home ${language}`, renderHome({ language, nonce: NONCE }), language],
    [`privacy ${language}`, renderPrivacy({ language, nonce: NONCE, kept: KEPT }), language],
    ...MESSAGE_KINDS.map(
      (kind): Page => [
        `${kind} ${language}`,
        renderMessage({ language, nonce: NONCE, kind }),
        language,
      ],
    ),
  ]),
];

describe("Chinese, Japanese and Korean characters", () => {
  const page = (lang: string, body = "") =>
    renderDocument({ lang, nonce: NONCE, title: "t", style: "p{}", children: raw(body) });

  test.each([
    ["zh-Hant", "PingFang TC"],
    ["zh-TW", "PingFang TC"],
    ["ja", "Hiragino Sans"],
    ["ko", "Malgun Gothic"],
  ])("in %s are drawn by that language's own fonts first, also amid another", (lang, font) => {
    expect(page(lang)).toContain(font);
    expect(page("zh-Hans", `<p lang="${lang}">一</p>`)).toContain(font);
  });

  test("in the language of most pages cost no page the others' fonts", () => {
    expect(page("zh-Hans", '<p lang="en">a</p>')).not.toContain("PingFang TC");
  });
});

describe.each(pages)("%s", (_name, html, lang) => {
  const tags = tagsOf(html);

  test("is a document in its own language, with a title and one h1", () => {
    expect(html.startsWith("<!DOCTYPE html><html lang=")).toBe(true);
    expect(tags[0]?.attributes.lang).toBe(lang);
    expect(tags.find(({ name }) => name === "title")?.text).not.toBe("");
    expect(tags.filter(({ name }) => name === "h1")).toHaveLength(1);
  });

  test("holds under a strict CSP: nonce on every script and style, no handlers, no inline style", () => {
    for (const { name, attributes } of tags) {
      if (name === "script" || name === "style") expect(attributes.nonce).toBe(NONCE);
      for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^(on|style$)/i);
    }
  });

  test("loads nothing from anywhere else", () => {
    for (const { name, attributes } of tags) {
      if (name === "link") expect(attributes.href).toMatch(/^(data:,$|\/[^/])/);
      if (name === "script" && attributes.src) expect(attributes.src).toMatch(/^\/[^/]/);
    }
    expect(html).not.toMatch(/@import|url\(/);
  });

  test("gives every picture a text and every control a name", () => {
    for (const { name, attributes, text } of tags) {
      if (name === "img") expect(attributes).toHaveProperty("alt");
      if (name === "a") expect(attributes["aria-label"] ?? text).not.toBe("");
    }
  });

  test("has no id twice, and every reference to an id leads somewhere", () => {
    const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const references = tags.flatMap(({ attributes }) =>
      [
        attributes["aria-labelledby"],
        attributes["aria-describedby"],
        attributes["data-copy"],
        attributes.href?.startsWith("#starling") ? attributes.href.slice(1) : undefined,
      ].flatMap((list) => list?.split(" ") ?? []),
    );
    for (const id of references) expect(ids).toContain(id);
  });
});
