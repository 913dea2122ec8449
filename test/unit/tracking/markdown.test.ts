/** Markdown as authors paste it: Chinese without spaces, addresses without schemes, marks of other editors. */
import { describe, expect, test } from "vitest";
import { renderBody } from "../../../src/tracking/body.ts";

const htmlOf = (source: string): string =>
  renderBody(source)
    .sections.map(({ html }) => html)
    .join("\n");
/** A single paragraph's content. */
const inline = (source: string): string => htmlOf(source).replace(/^<p>|<\/p>$/g, "");

describe("emphasis beside Chinese", () => {
  test.each([
    ["**注意：**周末不营业", "<strong>注意：</strong>周末不营业"],
    ["~~¥199。~~现价", "<s>¥199。</s>现价"],
    ["请**务必**带证件", "请<strong>务必</strong>带证件"],
    ["他说**“好茶”**才贵", "他说<strong>“好茶”</strong>才贵"],
    ["价格**（含税）**如下", "价格<strong>（含税）</strong>如下"],
    ["限时**100%**返还", "限时<strong>100%</strong>返还"],
    ["**「予約」**は不要", "<strong>「予約」</strong>は不要"],
    ["**이벤트!**입니다", "<strong>이벤트!</strong>입니다"],
    ["**𠮷：**好", "<strong>𠮷：</strong>好"],
    ["***重点：***看这里", "<em><strong>重点：</strong></em>看这里"],
  ])("%s", (source, html) => {
    expect(inline(source)).toBe(html);
  });

  test.each([
    ["**Warning:**text", "**Warning:**text"],
    ["**Warning:** text", "<strong>Warning:</strong> text"],
    ["a ** b", "a ** b"],
    ["snake_case_name", "snake_case_name"],
    ["*one* and *two*", "<em>one</em> and <em>two</em>"],
    ["(*one*)", "(<em>one</em>)"],
  ])("is CommonMark's elsewhere: %s", (source, html) => {
    expect(inline(source)).toBe(html);
  });
});

describe("an asterisk between words multiplies", () => {
  test.each(["长10*宽5*高3厘米", "长*宽*高", "3*4*5=60", "a*b*c", "买2*送1*限今天", "１０*５*３"])(
    "%s",
    (source) => {
      expect(inline(source)).toBe(source);
    },
  );
});

describe("an address in Chinese text ends where Chinese begins", () => {
  const link = (url: string) => `<a href="${url}" rel="noopener">${url}</a>`;
  test.each([
    ["访问http://t.cn/abc123即可领取", `访问${link("http://t.cn/abc123")}即可领取`],
    ["详见https://a.example/b?c=1，谢谢", `详见${link("https://a.example/b?c=1")}，谢谢`],
    ["（https://a.example/x）", `（${link("https://a.example/x")}）`],
    [
      "https://a.example和http://b.example/c",
      `${link("https://a.example")}和${link("http://b.example/c")}`,
    ],
    ["看https://a.example/x。", `看${link("https://a.example/x")}。`],
    ["「https://a.example/x」", `「${link("https://a.example/x")}」`],
    ["https://a.example/のページ", `${link("https://a.example/")}のページ`],
  ])("%s", (source, html) => {
    expect(inline(source)).toBe(html);
  });
});

describe("an address without its scheme is a link where it is given as one", () => {
  test.each([
    ["www.example.com", "https://www.example.com"],
    ["example.com/a", "https://example.com/a"],
    ["example.com:8080/a?b=1#c", "https://example.com:8080/a?b=1#c"],
    ["EXAMPLE.com", "https://EXAMPLE.com"],
    ["shop.example.com.cn?x=1", "https://shop.example.com.cn?x=1"],
    ["https：//example.com", "https://example.com"],
    ["someone@example.com", "mailto:someone@example.com"],
    ["/privacy", "/privacy"],
    ["#part", "#part"],
    ["?page=2", "?page=2"],
    ["poster.jpg", "poster.jpg"],
    ["notes/today", "notes/today"],
  ])("%s", (url, href) => {
    expect(inline(`[报名](${url})`).toLowerCase()).toBe(
      `<a href="${href.toLowerCase()}" rel="noopener">报名</a>`,
    );
  });

  test("and so is a picture's", () => {
    expect(inline("![图](example.com/a.png)")).toContain('src="https://example.com/a.png"');
  });
});

describe("of what a page must not have, the words remain", () => {
  test.each([
    ["![图](data:image/png;base64,iVBORw0KGgo=)", "图", "图"],
    ["[短信](sms:10086)", "短信", "短信"],
    ["[打开微信](weixin://dl/chat)", "打开微信", "打开微信"],
    ["[下载](file:///C:/a.doc)", "下载", "下载"],
    ["![海报](http://a.example/x.png)", "海报", "海报"],
    ["[**加粗**的](javascript:alert(1))", "<strong>加粗</strong>的", "加粗的"],
    ["<javascript:alert(1)>", "javascript:alert(1)", "javascript:alert(1)"],
    ["[图][x]\n\n[x]: data:text/html,hi", "图", "图"],
  ])("%s", (source, html, text) => {
    const [section] = renderBody(source).sections;
    expect(section).toMatchObject({ html: `<p>${html}</p>`, text });
  });

  test("and of a picture without a description nothing, also no time to read it", () => {
    expect(renderBody("![](file:///C:/a.png)").sections).toEqual([]);
    expect(renderBody("一\n\n![](data:image/png;base64,AAAA)\n\n二").sections[0]).toMatchObject({
      html: "<p>一</p>\n<p>二</p>",
      text: "一\n二",
    });
  });
});

describe("a heading keeps what it holds", () => {
  test("a link", () => {
    expect(renderBody("## [报名](https://a.example/x) 从速\n\n字").sections[0]).toMatchObject({
      heading: "报名 从速",
      headingHtml: '<a href="https://a.example/x" rel="noopener">报名</a> 从速',
    });
  });

  test("a picture, whose description is its name", () => {
    const [section] = renderBody("## ![海报](https://a.example/x.png)\n\n字").sections;
    expect(section?.heading).toBe("海报");
    expect(section?.headingHtml).toMatch(/^<img src="https:\/\/a\.example\/x\.png" alt="海报"/);
  });

  test("an address as it stands in the text", () => {
    const [section] = renderBody("## 见https://a.example/x\n\n字").sections;
    expect(section?.headingHtml).toContain('href="https://a.example/x"');
  });

  test("but nothing of an unsafe one, and no HTML where words are all there is", () => {
    expect(renderBody("## [报名](sms:1)").sections[0]).not.toHaveProperty("headingHtml");
    expect(renderBody("## **要紧**").sections[0]).not.toHaveProperty("headingHtml");
  });
});

describe("marks with the spaces of other editors", () => {
  test.each([
    ["a byte order mark", "\uFEFF## 标题\n\n字"],
    ["a no-break space before", "\u00A0## 标题\n\n字"],
    ["a no-break space after", "##\u00A0标题\u00A0\n\n字"],
    ["ideographic spaces", "\u3000\u3000##\u3000标题\u3000\n\n字"],
    ["a zero width space", "\u200B## 标题\n\n字"],
    ["a byte order mark amid the file", "开头\n\n\uFEFF## 标题\n\n字"],
    ["Windows' line ends", "\uFEFF## 标题\r\n\r\n字"],
  ])("%s", (_name, source) => {
    expect(renderBody(source).sections.at(-1)).toMatchObject({
      heading: "标题",
      level: 2,
      text: "字",
    });
  });

  test("make lists too", () => {
    expect(htmlOf("-\u3000一\n-\u3000二")).toBe("<ul>\n<li>一</li>\n<li>二</li>\n</ul>");
    expect(htmlOf("1.\u00A0一\n2.\u00A0二")).toBe("<ol>\n<li>一</li>\n<li>二</li>\n</ol>");
  });

  test("stay as they are in code, in indented paragraphs and in topics", () => {
    expect(htmlOf("```\n\u3000## 不是标题\n```")).toContain("\u3000## 不是标题");
    expect(htmlOf("~~~\n```\n##\u3000x\n~~~\n\n##\u3000是标题")).toContain("##\u3000x");
    expect(htmlOf("\u3000\u3000段落")).toBe("<p>\u3000\u3000段落</p>");
    expect(htmlOf("#春茶#\u3000到店")).toBe("<p>#春茶#\u3000到店</p>");
  });
});

test.each(["https://mmbiz.qpic.cn/a.png", "https://a.example/b.jpg"])(
  "a picture from another host is not told whose page shows it: %s",
  (url) => {
    expect(htmlOf(`![图](${url})`)).toContain('referrerpolicy="no-referrer"');
  },
);

test("a picture of this site is asked for as usual", () => {
  expect(htmlOf("![图](/i/a.jpg)")).not.toContain("referrerpolicy");
});
