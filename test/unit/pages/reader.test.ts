import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { renderReader } from "../../../src/pages/reader/page.tsx";
import { renderBody } from "../../../src/tracking/body.ts";
import { metaOf, tagsOf } from "../../support/html.ts";
import { ARTICLE_ZH, readerProps, readerPropsEn } from "../../support/sample-pages.ts";

const HOSTILE = `"><script>alert(1)</script>'&`;
const notices = (html: string) =>
  tagsOf(html).filter(({ attributes }) => "data-starling-notice" in attributes);
const answers = (html: string) =>
  tagsOf(html).filter(({ attributes }) => "data-starling-consent" in attributes);

describe("what the page script measures", () => {
  test("every section carries its id and expected time", () => {
    const props = readerProps();
    const sections = tagsOf(renderReader(props)).filter(({ name }) => name === "section");
    expect(sections.map(({ attributes }) => attributes["data-section"])).toEqual(
      props.sections.map(({ id }) => id),
    );
    expect(Number(sections[1]?.attributes["data-expected-ms"])).toBe(props.sections[1]?.expectedMs);
  });

  test("the script gets the visit token, and the reader's own ref where there is one", () => {
    const script = (html: string) =>
      tagsOf(html).find(({ attributes }) => attributes.src === "/t.js");
    expect(script(renderReader(readerProps()))?.attributes).toMatchObject({
      "data-token": "1.visit.token",
      defer: "",
    });
    expect(script(renderReader(readerProps()))?.attributes).not.toHaveProperty("data-ref");
    expect(script(renderReader(readerProps({ ownRef: "r2" })))?.attributes["data-ref"]).toBe("r2");
  });

  test("without a token there is neither a script nor a notice", () => {
    const html = renderReader(readerProps({ token: undefined, preview: true }));
    expect(html).not.toContain("<script");
    expect(notices(html)).toEqual([]);
    expect(html).toContain("不计入阅读");
  });
});

describe("the description", () => {
  const of = (html: string) => metaOf(html, "description");
  const text = (start: string) =>
    readerProps().sections.map((section) => ({ ...section, text: start + section.text }));

  test("is the start of the text, found once for a page that is served again and again", () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, "segment");
    const props = readerProps({ sections: text("先看三分钟。") });
    const first = of(renderReader(props));
    const once = segment.mock.calls.length;
    segment.mockClear();
    expect(of(renderReader({ ...props, token: "another" }))).toBe(first);
    expect(segment.mock.calls.length).toBeLessThan(once);
    expect(first).toMatch(/^先看三分钟。/);
    segment.mockRestore();
  });

  test("is another page's own", () => {
    expect(of(renderReader(readerProps({ sections: text("甲。") })))).toMatch(/^甲。/);
    expect(of(renderReader(readerProps({ sections: text("乙。") })))).toMatch(/^乙。/);
  });
});

describe("a title", () => {
  const headOf = (title: string) =>
    /<h1>(.*?)<\/h1>/.exec(renderReader(readerProps({ title, sections: [] })))?.[1] ?? "";
  /** What stays on one line. */
  const pieces = (title: string) =>
    headOf(title)
      .split("<wbr/>")
      .map((piece) => piece.replace(/<[^>]*>/g, ""));

  test.each([
    ["头采二十天：今年的明前春茶下山了", "下山了"],
    ["好茶不赶日子，是日子赶着人！？", "赶着人！？"],
    ["他说：“这壶茶，值得等。”", "得等。”"],
    ["周末带孩子去森林公园", "森林公园"],
  ])("keeps the end of %s on one line", (title, end) => {
    expect(pieces(title).at(-1)?.endsWith(end)).toBe(true);
  });

  test("breaks in no word, and begins no line with a particle", () => {
    expect(pieces("周末带孩子去森林公园认识十种植物")).toEqual([
      ...["周末带", "孩子去", "森林公园", "认识十种植物"],
    ]);
    expect(pieces("三步读懂五岁孩子的创造力")).toEqual(["三步读", "懂五岁", "孩子的", "创造力"]);
    expect(headOf("周末带孩子去森林公园")).toContain('class="tail"');
  });

  test.each(["短标题", "Twenty days on the hill", "秋季新品上"])("leaves %s alone", (title) => {
    expect(headOf(title)).toBe(title);
  });

  test("stays the same words", () => {
    const title = "头采二十天：今年的明前春茶下山了";
    const html = renderReader(readerProps({ title }));
    expect(/<h1>(.*?)<\/h1>/.exec(html)?.[1]?.replace(/<[^>]*>/g, "")).toBe(title);
  });
});

describe("the notice", () => {
  test("names the words shown, so that consent can be proved", () => {
    const [notice] = notices(renderReader(readerPropsEn()));
    expect(notice?.attributes).toMatchObject({ "data-language": "en", "data-state": "ask" });
    expect(notice?.attributes["data-text-version"]).toMatch(/^\d{4}-\d{2}/);
  });

  test("asks with a yes and a no of the same kind", () => {
    const asked = answers(renderReader(readerProps())).filter(({ attributes }) =>
      attributes["data-when"]?.split(" ").includes("ask"),
    );
    expect(asked.map(({ attributes }) => attributes["data-starling-consent"])).toEqual([
      "yes",
      "no",
    ]);
    expect(asked[0]?.attributes.class).toBe(asked[1]?.attributes.class);
  });

  test.each(["noticed", "agreed"] as const)("offers a way out when %s", (state) => {
    const html = renderReader(readerProps({ notice: state }));
    expect(
      answers(html).some(
        ({ attributes }) =>
          attributes["data-starling-consent"] === "no" &&
          attributes["data-when"]?.split(" ").includes(state),
      ),
    ).toBe(true);
  });

  test("asks nothing of a browser that asks not to be tracked", () => {
    const html = renderReader(readerProps({ notice: "gpc" }));
    expect(answers(html)).toEqual([]);
    expect(html).toContain("不被追踪");
  });

  test("names who will know", () => {
    const html = renderReader(readerProps());
    expect(html).toContain("林晓雨和云岭茶舍");
  });

  test("comes before the text", () => {
    const html = renderReader(readerProps());
    expect(html.indexOf("data-starling-notice")).toBeLessThan(html.indexOf("data-section"));
  });
});

describe("what a chat shows of the link", () => {
  test("title, start of the text, cover and the address with its ref", () => {
    const html = renderReader(readerProps());
    expect(metaOf(html, "og:title")).toBe("头采二十天：今年的明前春茶下山了");
    expect(metaOf(html, "og:description")).toMatch(/^茶农老周说.*…$/);
    expect(metaOf(html, "og:url")).toBe("https://share.example.com/s/aK3f9.r1");
    expect(metaOf(html, "og:image")).toBe("https://share.example.com/i/cover.jpg");
    expect(metaOf(html, "og:locale")).toBe("zh_CN");
    expect(metaOf(html, "twitter:card")).toBe("summary_large_image");
  });

  test("without a cover there is no image tag and a small card", () => {
    const html = renderReader(readerProps({ cover: undefined }));
    expect(metaOf(html, "og:image")).toBeUndefined();
    expect(metaOf(html, "twitter:card")).toBe("summary");
  });

  test("a description of one's own wins, and search engines stay out", () => {
    const html = renderReader(readerProps({ description: "一句话" }));
    expect(metaOf(html, "description")).toBe("一句话");
    expect(metaOf(html, "robots")).toBe("noindex");
  });
});

test("hostile text stays text, wherever it stands", () => {
  const html = renderReader(
    readerProps({
      title: HOSTILE,
      description: HOSTILE,
      workspaceName: HOSTILE,
      url: `https://x.example/${HOSTILE}`,
      sender: { name: HOSTILE, title: HOSTILE, phone: HOSTILE },
      cover: { url: HOSTILE, width: 1, height: 1, alt: HOSTILE },
      token: HOSTILE,
      ownRef: HOSTILE,
      sections: [
        { id: HOSTILE, heading: HOSTILE, level: 2, html: "", text: HOSTILE, expectedMs: 1 },
      ],
    }),
  );
  expect(html).not.toContain("<script>alert");
  expect(metaOf(html, "og:title")).toBe(HOSTILE);
  expect(tagsOf(html).find(({ name }) => name === "section")?.attributes["data-section"]).toBe(
    HOSTILE,
  );
});

describe("a text in a language of its own", () => {
  const html = (textLanguage: string, language: "zh-Hans" | "zh-Hant" | "en" = "en") =>
    renderReader(readerProps({ textLanguage, language }));
  const root = (page: string) => tagsOf(page)[0]?.attributes;

  test.each([
    ["zh-CN", "zh_CN"],
    ["zh-TW", "zh_TW"],
    ["zh-Hant-HK", "zh_HK"],
    ["fr", "fr_FR"],
    ["pt-BR", "pt_BR"],
    ["en", "en_US"],
    ["ar", "ar_EG"],
  ])("%s is the page's, and %s a chat's", (tag, locale) => {
    expect(root(html(tag))?.lang).toBe(tag);
    expect(metaOf(html(tag), "og:locale")).toBe(locale);
  });

  test("runs from right to left where its script does", () => {
    for (const tag of ["ar", "he", "fa-IR", "ur", "az-Arab"]) {
      expect(root(html(tag))?.dir, tag).toBe("rtl");
    }
    for (const tag of ["zh-CN", "fr", "az"]) expect(root(html(tag))?.dir, tag).toBeUndefined();
  });

  test("has the frame of whoever reads it, marked as such", () => {
    const page = html("ar", "zh-Hant");
    expect(page).toContain("同意後");
    expect(page).toContain("會認出這支手機");
    expect(notices(page)[0]?.attributes["data-language"]).toBe("zh-Hant");
    const footer = tagsOf(page).find(({ name }) => name === "footer");
    expect(footer?.attributes).toMatchObject({ lang: "zh-Hant", dir: "ltr" });
  });

  test("is not marked twice where the frame speaks it too", () => {
    const footer = (page: string) => tagsOf(page).find(({ name }) => name === "footer")?.attributes;
    expect(footer(html("zh-CN", "zh-Hans"))).toEqual({});
    expect(footer(html("zh-TW", "zh-Hant"))).toEqual({});
    expect(footer(html("zh-TW", "zh-Hans"))).toEqual({ lang: "zh-Hans" });
  });

  test("that no list of languages knows still opens", () => {
    expect(root(html("xx-y1"))?.lang).toBe("xx-y1");
    expect(root(html("en-a1"))?.dir).toBeUndefined();
  });
});

test.each([
  ["\u{1F1E8}\u{1F1F3}小李", "\u{1F1E8}\u{1F1F3}"],
  ["\u{1F468}\u200D\u{1F469}\u200D\u{1F467}一家", "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}"],
  ["\u{1F469}\u{1F3FD}\u200D\u{1F37C}小王", "\u{1F469}\u{1F3FD}\u200D\u{1F37C}"],
  ["E\u0301lise", "E\u0301"],
  [" 林晓雨", "林"],
  ["𠮷田", "𠮷"],
])("the avatar of %s is one whole character", (name, mark) => {
  const page = renderReader(readerProps({ sender: { name } }));
  const marks = tagsOf(page).filter(({ attributes }) => attributes.class === "mark");
  expect(marks.map(({ text }) => text.trim())).toEqual([mark, mark]);
});

test("what stands in the place of a phone number and is none is shown, and not dialled", () => {
  const page = renderReader(
    readerProps({ sender: { name: "林晓雨", phone: "微信号 linxiaoyu" }, sections: [] }),
  );
  expect(page).toContain("微信号 linxiaoyu");
  expect(page).not.toContain("tel:");
});

test("a phone number is shown as a call and dialled without its spaces", () => {
  const link = tagsOf(renderReader(readerPropsEn())).find(({ attributes }) =>
    attributes.href?.startsWith("tel:"),
  );
  expect(link?.attributes).toMatchObject({
    href: "tel:+8613800001234",
    "aria-label": "Call Lin Xiaoyu +86 138 0000 1234",
  });
});

test("a first heading that repeats the title is not shown twice", () => {
  const { sections } = renderBody("# 春茶\n\n第一段\n\n## 下一节\n\n第二段");
  const html = renderReader(
    readerProps({
      title: "春茶",
      sections: sections.map((section) => ({
        ...section,
        id: `s${section.ordinal}`,
        expectedMs: 1,
      })),
    }),
  );
  const headings = tagsOf(html).filter(({ name }) => /^h[1-3]$/.test(name));
  expect(headings.map(({ text }) => text)).toEqual(["春茶", "下一节"]);
});

test("a heading keeps the link or the picture that stands in it, also where it repeats the title", () => {
  const { sections } = renderBody(
    "# [春茶](https://a.example/x)\n\n第一段\n\n## ![海报](/i/a.png)",
  );
  const html = renderReader(
    readerProps({
      title: "春茶",
      sections: sections.map((section) => ({ ...section, id: "s", expectedMs: 1 })),
    }),
  );
  expect(html).toContain('<h2><a href="https://a.example/x" rel="noopener">春茶</a></h2>');
  expect(html).toMatch(/<h2><img src="\/i\/a\.png" alt="海报"[^>]*><\/h2>/);
});

test("the page around an article, which sends the answer to its notice itself, is at most 4,712 bytes gzip", () => {
  const html = renderReader(readerProps({ sections: [] }));
  expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(4_712);
});

test("a long article with everything on it transfers in under 30 KB", () => {
  const { sections } = renderBody(ARTICLE_ZH);
  const long = Array.from({ length: 5 }, (_, copy) =>
    sections.map((section) => {
      // Every character shifted, so that the copies do not compress into one another.
      const html = section.html.replace(/[\u4e00-\u9fff]/g, (c) =>
        String.fromCharCode(c.charCodeAt(0) + copy * 977),
      );
      return { ...section, html, id: `${copy}-${section.ordinal}`, expectedMs: 20_000 };
    }),
  ).flat();
  expect(gzipSync(renderReader(readerProps({ sections: long }))).length).toBeLessThan(30_000);
});
