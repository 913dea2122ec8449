import { describe, expect, test } from "vitest";
import { type ContactId, knownId, type ViewerId } from "../../../src/domain/ids.ts";
import { contentKinds } from "../../../src/domain/vocabulary.ts";
import { renderKit } from "../../../src/pages/kit/page.tsx";
import { QUESTIONS } from "../../../src/pages/kit/questions.ts";
import type { KitItem, KitView } from "../../../src/usecases/kit/kit-view.ts";
import { type Tag, tagsOf } from "../../support/html.ts";
import { kitItem, kitProps } from "../../support/sample-kit.ts";

const tagsOfKit = (item = kitItem()): Tag[] => tagsOf(renderKit(kitProps({ current: item })));
const byId = (tags: Tag[], id: string) => tags.find(({ attributes }) => attributes.id === id);

test("the caption stands in the text field byte for byte", () => {
  const caption = '第一行 <b>&amp; "引号"\n第二行 🌱';
  expect(byId(tagsOfKit(kitItem({ caption })), "caption")?.text).toBe(caption);
});

describe("the fold warning", () => {
  const shown = (caption: string) => {
    const warning = byId(tagsOfKit(kitItem({ caption })), "fold-warning");
    return warning !== undefined && !("hidden" in warning.attributes);
  };
  test("stays away while the text fits", () => {
    expect(shown("字".repeat(100))).toBe(false);
    expect(shown("1\n2\n3\n4\n5\n6")).toBe(false);
  });
  test("comes with one character or one line too many", () => {
    expect(shown("字".repeat(101))).toBe(true);
    expect(shown("1\n2\n3\n4\n5\n6\n7")).toBe(true);
  });
  test("does not count line breaks as characters", () => {
    expect(shown(`${"字".repeat(50)}\n${"字".repeat(50)}`)).toBe(false);
  });
  test("counts an emoji as one character", () => {
    expect(shown(`${"字".repeat(99)}🌱`)).toBe(false);
  });
});

test("what was copied is told with content and version", () => {
  expect(byId(tagsOfKit(), "caption")?.attributes).toMatchObject({
    "data-copied-url": "/kit/copies",
    "data-content-id": "acont1",
    "data-version": "2",
  });
});

const copied = (tags: Tag[]) => tags.flatMap(({ attributes }) => attributes["data-copy"] ?? []);

test("every link has a copy button of its own, and the caption one with the link that is chosen", () => {
  const tags = tagsOfKit();
  expect(copied(tags)).toEqual([
    "opener-abrief1",
    "caption",
    "caption",
    "link-0",
    "link-1",
    "link-2",
    "look",
  ]);
  expect(byId(tags, "link-2")?.text).toBe("https://share.example.com/s/aT5w8Zc");
  const choices = tags.filter(({ attributes }) => attributes.name === "target");
  expect(choices.map(({ attributes }) => [attributes.value, "checked" in attributes])).toEqual([
    ["link-0", true],
    ["link-1", false],
    ["link-2", false],
  ]);
});

test("what is scanned has a link of its own, as a picture to be saved", () => {
  const saved = tagsOfKit().filter(({ attributes }) => "data-save" in attributes);
  expect(saved.map(({ attributes }) => attributes.href)).toEqual([
    "https://share.example.com/i/cover.jpg",
    "/kit/qr/aP1n8Tz.png",
  ]);
  // A name with an ending, which a phone's files and other programs go by.
  for (const { attributes } of saved) expect(attributes.download).toMatch(/.\.(jpg|png)$/);
});

test.each([
  ["paused", "暂停了"],
  ["expired", "已经过期"],
  ["used-up", "用完了"],
] as const)("a link that is %s is not to be copied: the kit says why", (state, words) => {
  const links = kitItem().links.map((link) =>
    link.channel === "chat" ? { ...link, state } : link,
  );
  const html = renderKit(kitProps({ current: kitItem({ links }) }));
  expect(copied(tagsOf(html))).toEqual([
    "opener-abrief1",
    "caption",
    "caption",
    "link-0",
    "link-2",
    "look",
  ]);
  expect(html).not.toContain('value="link-1"');
  expect(html).toContain(words);

  const { print } = kitItem();
  const unprinted = renderKit(
    kitProps({ current: kitItem({ print: print && { ...print, state } }) }),
  );
  expect(unprinted).not.toContain("/kit/qr/");
  expect(unprinted).toContain(words);
});

test("a line of the sender's own is asked for by what the content is, each kind by three questions", () => {
  const question = (overrides: Partial<KitItem>) =>
    tagsOfKit(kitItem(overrides)).find(({ attributes }) => attributes.for === "line")?.text;
  for (const language of ["zh-Hans", "zh-Hant", "en"] as const) {
    const all = contentKinds.flatMap((kind) => QUESTIONS[language][kind]);
    expect(new Set(all).size).toBe(3 * contentKinds.length);
    // A question leaves the line to its writer.
    expect(all.filter((text) => !/[？?]$/.test(text))).toEqual([]);
  }
  const asked = contentKinds.flatMap((kind) =>
    [0, 1, 2].map((first) => question({ kind, question: first })),
  );
  expect(asked).toEqual(contentKinds.flatMap((kind) => QUESTIONS["zh-Hans"][kind]));
});

test("the sender's line for the post is there again, with those for other posts, and unticked what nobody agreed to", () => {
  const own = { line: "我家也在喝", shared: false };
  const tags = tagsOfKit(kitItem({ own, earlierLines: ["给爸妈也带了一盒"] }));
  const field = (id: string) => tags.find(({ attributes }) => attributes.id === id)?.attributes;
  expect(field("line")?.value).toBe("我家也在喝");
  expect(field("shared")).not.toHaveProperty("checked");
  const earlier = tags.filter(({ attributes }) => "data-earlier" in attributes);
  expect(earlier.map(({ text }) => text)).toEqual(["给爸妈也带了一盒"]);
  const agreed = tagsOfKit(kitItem({ own: { ...own, shared: true } }));
  expect(agreed.find(({ attributes }) => attributes.id === "shared")?.attributes).toHaveProperty(
    "checked",
  );
});

test("what is new and what was shared is told in the list", () => {
  const chips = tagsOf(renderKit(kitProps())).filter(({ name }) => name === "small");
  expect(chips.map(({ text }) => text)).toEqual(["新", "已复制"]);
});

test("where there is no wording yet it says so, and offers nothing empty to copy", () => {
  const html = renderKit(kitProps({ current: kitItem({ caption: "" }) }));
  expect(html).toContain("还没有给你的文案");
  expect(html).not.toContain("<textarea");
});

test("channels are called by their names", () => {
  const html = renderKit(kitProps());
  expect(html).toContain("朋友圈");
  expect(html).toContain("群：老茶客");
});

test("readers of all contents are named or anonymous, with what they read, how long and when, in the workspace's days", () => {
  const html = renderKit(kitProps()).replace(/<[^>]*>/g, " ");
  expect(html).toMatch(
    /陈姐\s+头采二十天.*?昨天 21:05 ·\s+3 分 12 秒\s+· 读得最久：老客户的一点心意\s+已收回的内容/s,
  );
  expect(html).toMatch(/一位读者\s+新茶具到店.*?昨天 12:40/s);
  expect(html).toMatch(/王老师\s+头采二十天.*?3月28日 20:48 ·\s+12 分钟/s);
});

test("the day's list comes first: who, why, how to begin, and what came of it", () => {
  const html = renderKit(kitProps());
  expect(html).toMatch(/<main><section[^>]*><h2[^>]*>今天找谁聊.*?陈姐.*?两遍.*?随时问我/s);
  const settles = tagsOf(html).flatMap(({ attributes }) => attributes["data-settle"] ?? []);
  expect(settles).toEqual(["talk", "deal", "no-answer", "snoozed"]);
  expect(html).toContain("一周后再提醒");
  expect(renderKit(kitProps({ tasks: [] }))).not.toContain("今天找谁聊");
});

test("a link for one person is offered by name, where the sender knows somebody", () => {
  const names = (people: KitView["people"]) =>
    tagsOf(renderKit(kitProps({ people }))).flatMap(
      ({ attributes }) => attributes["data-person"] ?? [],
    );
  expect(names(kitProps().view.people)).toEqual(["acon1", "acon2"]);
  expect(renderKit(kitProps({ people: [] }))).not.toContain("只发给一个人");
});

test("the sender's first and last words stand in their fields", () => {
  const tags = tagsOf(renderKit(kitProps({ ownWords: { opener: '"早"', closer: "晚安" } })));
  const shown = (id: string) => byId(tags, id)?.attributes.value;
  expect([shown("opener"), shown("closer")]).toEqual(['"早"', "晚安"]);
});

test("the list of contents shows from two on and marks the open one", () => {
  const current = (html: string) =>
    tagsOf(html).filter(({ attributes }) => attributes["aria-current"] === "page");
  expect(current(renderKit(kitProps())).map(({ text }) => text)).toEqual([
    "头采二十天：今年的明前春茶下山了",
  ]);
  expect(renderKit(kitProps({ entries: kitProps().view.entries.slice(0, 1) }))).not.toContain(
    "<nav",
  );
});

test("with nothing published it says what will come, and needs no script", () => {
  const html = renderKit(kitProps({ entries: [], current: null, tasks: [] }));
  expect(html).toContain("还没有可以分享的内容");
  expect(html).not.toContain("<script");
});

test.each([
  ["zh-Hans", "en", "en"],
  ["en", "zh-CN", "zh-CN"],
  ["zh-Hant", "ar", "ar"],
] as const)("a %s frame keeps its language around a text in %s", (language, textLanguage, lang) => {
  const tags = tagsOf(renderKit(kitProps({ language, current: kitItem({ textLanguage }) })));
  expect(tags[0]?.attributes.lang).toBe(language);
  expect(byId(tags, "caption")?.attributes).toMatchObject({
    lang,
    dir: textLanguage === "ar" ? "rtl" : "ltr",
  });
});

test("hostile names stay text", () => {
  const name = "<img src=x onerror=alert(1)>";
  const html = renderKit(
    kitProps({
      senderName: name,
      people: [{ id: knownId<ContactId>("acon1"), name }],
      readers: [
        {
          viewerId: knownId<ViewerId>("av"),
          certainty: null,
          left: null,
          name,
          reads: [{ title: name, engagedMs: 1, at: "2026-03-29T13:05:00Z", topSection: name }],
        },
      ],
      current: kitItem({
        title: name,
        links: [{ channel: `group:${name}`, url: `https://x.example/${name}`, state: "open" }],
      }),
    }),
  );
  expect(html).not.toContain("<img src=x");
});

test("pictures are shown small and saved whole", () => {
  const images = tagsOfKit(kitItem({ print: null })).filter(({ name }) => name === "img");
  expect(images.map(({ attributes }) => [attributes.src, attributes["data-whole"]])).toEqual([
    ["https://share.example.com/i/cover-1200.jpg", "https://share.example.com/i/cover.jpg"],
  ]);
});

test("a portrait can be chosen, and taken away where there is one", () => {
  const of = (avatarUrl: string | null) =>
    tagsOf(renderKit(kitProps({ avatarUrl, current: kitItem({ images: [], print: null }) })));
  const field = of(null).find(({ attributes }) => attributes.type === "file");
  expect(field?.attributes.accept).toBe("image/jpeg,image/png,image/webp");
  expect(of(null).some(({ attributes }) => "data-remove" in attributes)).toBe(false);
  const shown = of("https://share.example.com/i/face");
  expect(shown.some(({ attributes }) => "data-remove" in attributes)).toBe(true);
  expect(shown.find(({ name }) => name === "img")?.attributes.src).toBe(
    "https://share.example.com/i/face",
  );
});

test.each([
  ["zh-Hans", "一共 5 次阅读。其中 2 次，读的人没有同意被记住，所以只计总数。"],
  ["zh-Hant", "一共 5 次閱讀。其中 2 次，讀的人沒有同意被記住，所以只計總數。"],
  ["en", "in all. 2 of them by people who stay unnamed: counted, and no more."],
] as const)("reads by people who stay unnamed are some of all reads, in %s", (language, words) => {
  const html = renderKit({ ...kitProps({ current: kitItem({ reads: 5, unnamed: 2 }) }), language });
  expect(html).toContain(words);
});

test("whom nobody knows is led to where a name is given, while there is something to do", () => {
  const { view } = kitProps();
  const linked = (tasks: typeof view.tasks) =>
    tagsOf(renderKit({ ...kitProps(), view: { ...view, tasks } })).filter(
      ({ attributes }) => attributes.href === "#readers-title",
    ).length;
  const [known, later] = view.tasks;
  if (!known || !later) throw new Error("The sample has two.");
  expect(linked([known, later])).toBe(0);
  expect(linked([known, { ...later, state: "open" }])).toBe(1);
});
