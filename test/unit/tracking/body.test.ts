import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBody } from "../../../src/tracking/body.ts";

const htmlOf = (source: string): string =>
  renderBody(source)
    .sections.map((section) => section.html)
    .join("\n");

describe("sections", () => {
  test("the part before the first heading is a section without a heading", () => {
    const { sections } = renderBody("开头一句。\n\n## 第一节\n\n正文。\n\n### 细节\n\n再一段。");
    expect(
      sections.map(({ ordinal, heading, level, text }) => [ordinal, heading, level, text]),
    ).toEqual([
      [0, "", 0, "开头一句。"],
      [1, "第一节", 2, "正文。"],
      [2, "细节", 3, "再一段。"],
    ]);
  });

  test("a body that opens with a heading has no empty lead", () => {
    expect(renderBody("# One\n\ntext").sections.map((s) => s.heading)).toEqual(["One"]);
  });

  test("a lead that is only an image is kept", () => {
    const { sections } = renderBody("![茶园](/i/a.jpg)\n\n## 正文\n\n字");
    expect(sections[0]).toMatchObject({ heading: "", text: "" });
    expect(sections[0]?.html).toContain('src="/i/a.jpg"');
  });

  test("an empty body has no sections", () => {
    expect(renderBody(" \n\n").sections).toEqual([]);
  });

  test("headings of level 4 and headings inside a quote or list start no section", () => {
    const { sections } = renderBody("## A\n\n#### small\n\n> ## quoted\n\n- # listed");
    expect(sections.map((s) => s.heading)).toEqual(["A"]);
    expect(sections[0]?.text).toBe("small\nquoted\nlisted");
  });

  test("a heading's marks are dropped from its plain text", () => {
    expect(renderBody("## **Fresh** `tea` & [more](https://a.example)").sections[0]?.heading).toBe(
      "Fresh tea & more",
    );
  });

  test("a link reference defined in one section works in another", () => {
    expect(htmlOf("[a][x]\n\n## B\n\n[x]: https://a.example/")).toContain(
      'href="https://a.example/"',
    );
  });

  test("plain text keeps words and line breaks and drops marks, addresses and image descriptions", () => {
    const { sections } = renderBody(
      "**买**[这里](https://a.example)\n第二行 ![图](/i/x.jpg)\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n```\ncode\n```",
    );
    expect(sections[0]?.text).toBe("买这里\n第二行\na\nb\n1\n2\ncode");
  });
});

describe("safety", () => {
  test("raw HTML is shown as text", () => {
    const html = htmlOf('<script>alert(1)</script>\n\na <img src=x onerror="alert(1)"> b');
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain("&lt;script&gt;");
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html,hi",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/",
    "weixin://dl",
  ])("a link to %s stays text", (url) => {
    expect(htmlOf(`[x](${url})`)).not.toContain("<a");
  });

  test.each([
    "https://a.example/p",
    "http://a.example",
    "mailto:a@b.example",
    "tel:+8613800000000",
    "/s/x",
    "#part",
  ])("a link to %s works and gives no opener", (url) => {
    expect(htmlOf(`[x](${url})`)).toContain(`<a href="${url}" rel="noopener">x</a>`);
  });

  test.each(["http://a.example/x.jpg", "data:image/png;base64,AA", "//a.example/x.jpg", "tel:1"])(
    "an image from %s becomes its description",
    (url) => {
      const html = htmlOf(`![a <b>](${url})`);
      expect(html).not.toContain("<img");
      expect(html).toContain("a &lt;b&gt;");
    },
  );

  test("an image by https or from this site loads lazily", () => {
    expect(htmlOf('![a "b"](https://a.example/x.jpg)')).toBe(
      '<p><img src="https://a.example/x.jpg" alt="a &quot;b&quot;" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>',
    );
  });

  test("an address without a scheme is not guessed to be a link", () => {
    expect(htmlOf("看 shop.cn 和 https://shop.cn/a")).toBe(
      '<p>看 shop.cn 和 <a href="https://shop.cn/a" rel="noopener">https://shop.cn/a</a></p>',
    );
  });

  test("a table's alignment needs no inline style", () => {
    const html = htmlOf("| a | b |\n|:--|--:|\n| 1 | 2 |");
    expect(html).toContain('<th class="right">b</th>');
    expect(html).not.toContain("style=");
  });

  test("no input yields a script, a style, a handler or an unsafe address", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "[",
      "]",
      "(",
      ")",
      "!",
      "javascript:",
      "script",
      " onload=",
      "\n",
      "#",
      "|",
      "`",
      "&#58;",
      "a",
      "\\",
      "style=",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const html = htmlOf(parts.join(""));
        for (const tag of html.match(/<[^>]*>/g) ?? []) {
          expect(tag).not.toMatch(/^<(script|style|iframe)/);
          expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\s(on\w+|style)=/);
          expect(tag).not.toMatch(/(href|src)="\s*javascript:/i);
        }
      }),
      { numRuns: 500 },
    );
  });
});
