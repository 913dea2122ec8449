/** What a model is asked about a draft's sentences, and what becomes of its answers, strong or weak. */
import { describe, expect, test } from "vitest";
import {
  askedSentences,
  isClean,
  type Offers,
  PROPOSE,
  Proposing,
  READ,
  withMoreOptions,
  wordDifference,
} from "../../../../src/variation/text/index.ts";

const draft =
  "孩子写作业坐不住？今晚八点我们聊聊这件事。原价399元，28天只要99元。颜色以实物为准。来之前说一声就行。";
const proposing = () => new Proposing(draft);
const [asked = []] = proposing().groups();
const options = (offers: Offers | undefined, sentence: number) =>
  (offers?.get(sentence - 1) ?? []).map(({ text }) => text);

describe("the question", () => {
  test("shows facts inside marks, numbers the sentences and lets conditions be", () => {
    const { rules, post } = proposing().question(asked);
    expect(post.split("\n")).toEqual([
      "1. 孩子写作业坐不住？",
      "2. ⟦1:今晚八点⟧我们聊聊这件事。",
      expect.stringMatching(/^3[.=] .*⟦\d+:399元⟧.*⟦\d+:28天⟧.*99元⟧/),
      expect.stringMatching(/^4= ⟦\d+:颜色以实物为准⟧。$/),
      "5. 来之前说一声就行。",
    ]);
    expect(rules.startsWith(PROPOSE.rules)).toBe(true);
    expect(rules).toMatch(/国家级|第一/);
    expect(rules).toContain("免费");
  });

  test("tells the workspace's banned words", () => {
    const { rules } = new Proposing(draft, { bannedWords: ["爆款"] }).question(asked);
    expect(rules).toContain("banned here: 爆款");
  });

  test("keeps its words as long as it keeps its version", () => {
    expect([PROPOSE.version, READ.version]).toEqual(["propose-1", "read-1"]);
    expect(PROPOSE.rules).toContain("up to six other ways");
    expect(READ.rules).toContain("When in doubt, out.");
  });

  test("is put once more for what failed, by its very word", () => {
    const it = proposing();
    const offers = it.judge(asked, '{"2":["⟦1:今晚八点⟧免费聊聊这件事。"]}') ?? new Map();
    const again = it.again(asked, offers);
    expect(again?.post).toContain("2: 今晚八点免费聊聊这件事。");
    expect(again?.post).toContain("“免费” promises what the sentence does not");
    const fine = it.judge(asked, '{"2":["这件事，我们⟦1:今晚八点⟧来聊。"]}') ?? new Map();
    expect(it.again(asked, fine)).toBeUndefined();
  });
});

describe("an answer", () => {
  const good = '{"1":["一写作业就坐不住？"],"2":["这件事，我们⟦1:今晚八点⟧来聊。"]}';

  test.each([
    ["as asked", good],
    ["in a fence", `\`\`\`json\n${good}\n\`\`\``],
    ["in prose", `Sure! Here you are [as asked]:\n${good}\nHope that helps {really}.`],
    [
      "as a list",
      '[{"n":1,"options":["一写作业就坐不住？"]},{"n":2,"options":[{"text":"这件事，我们⟦1⟧来聊。"}]}]',
    ],
    [
      "under a name",
      '{"sentences":[{"sentence":1,"options":["一写作业就坐不住？"]},{"number":2,"options":["这件事，我们今晚八点来聊。"]}]}',
    ],
    ["that breaks off", `${good.slice(0, -1)},"5":["来之前告诉我一声`],
  ])("%s gives its options", (_, answer) => {
    const offers = proposing().judge(asked, answer);
    expect(options(offers, 1)).toEqual(["一写作业就坐不住？"]);
    expect(options(offers, 2)).toEqual(["这件事，我们今晚八点来聊。"]);
    expect([...(offers?.values() ?? [])].flat().every(isClean)).toBe(true);
  });

  test.each([
    "",
    "Sorry, I cannot help.",
    "{}",
    "[1,2,3]",
    '{"99":["来。"]}',
    '{"1":"孩子坐不住？"}',
  ])("%j gives none", (answer) => {
    expect(proposing().judge(asked, answer)).toBeUndefined();
  });

  test.each([
    ["a lost mark", '{"2":["今晚我们聊聊这件事。"]}', "facts", "今晚八"],
    ["a changed fact", '{"2":["⟦1:今晚九点⟧我们聊聊这件事。"]}', "facts", "今晚九"],
    ["a mark of another sentence", '{"2":["⟦1:今晚八点⟧我们聊聊⟦2⟧这件事。"]}', "facts", undefined],
    ["a mark that is none", '{"2":["⟦1:今晚八点⟧我们聊⟦77⟧这件事。"]}', "characters", undefined],
  ])("with %s is refused by its word", (_, answer, kind, word) => {
    const [option] = proposing().judge(asked, answer)?.get(1) ?? [];
    expect(option?.failed.map((one) => one.kind)).toContain(kind);
    if (word !== undefined) expect(option?.failed.map((one) => one.word)).toContain(word);
  });

  test("that says the same over and over says it once, and never what is there already", () => {
    const same = JSON.stringify({
      1: ["一写作业就坐不住？", "一写作业，就坐不住！", "孩子写作业坐不住？"],
    });
    expect(options(proposing().judge(asked, same), 1)).toEqual(["一写作业就坐不住？"]);
  });
});

describe("the second reading", () => {
  const offers = () =>
    proposing().judge(
      asked,
      '{"1":["一写作业就坐不住？","作业时分难以安坐？"],"5":["来前知会一声。"]}',
    ) ?? new Map();

  test("shows every option in its place, by a letter", () => {
    const question = proposing().readingQuestion(asked, offers());
    expect(question?.rules).toBe(READ.rules);
    expect(question?.post).toContain(
      "1. 孩子写作业坐不住？\n   a. 一写作业就坐不住？\n   b. 作业时分难以安坐？",
    );
  });

  test("throws out what a native stumbles over, and writes simpler ones in, which are judged too", () => {
    const answer =
      '{"1":{"out":["b"],"in":["写作业老坐不住？"]},"5":{"out":["A"],"in":["免费来之前说声就行。"]}}';
    const read = proposing().read(asked, offers(), answer);
    const clean = (i: number) => (read?.get(i) ?? []).filter(isClean).map(({ text }) => text);
    expect(clean(0)).toEqual(["一写作业就坐不住？", "写作业老坐不住？"]);
    expect(clean(4)).toEqual([]);
    expect(read?.get(4)?.[1]).toMatchObject({
      by: "reading",
      failed: [{ kind: "claims", word: "免费" }],
    });
  });

  test("that cannot be read changes nothing", () => {
    expect(proposing().read(asked, offers(), "All of them read well!")).toBeUndefined();
  });
});

describe("options in a draft", () => {
  test("stand in their sentences' places as markup, beside the author's own", () => {
    const source = "{周末|这周末}来坐坐吧。茶水 \\{免费\\} 管够！";
    const sentences = askedSentences("来店里坐坐吧。\n茶水管够，随便喝！");
    const ids = sentences.map(({ id }) => id);
    expect(
      withMoreOptions(
        "来店里坐坐吧。\n茶水管够，随便喝！",
        new Map([[ids[0] ?? "", ["到店里坐坐{吧}。"]]]),
      ),
    ).toBe("{来店里坐坐吧。|到店里坐坐\\{吧\\}。}\n茶水管够，随便喝！");
    const own = "{来店里坐坐吧。|店里坐坐？}\n好的。";
    expect(
      withMoreOptions(own, new Map([[askedSentences(own)[0]?.id ?? "", ["到店里坐坐。"]]])),
    ).toBe("{来店里坐坐吧。|店里坐坐？|到店里坐坐。}\n好的。");
    expect(askedSentences(source).map(({ isOpen }) => isOpen)).not.toContain(undefined);
  });

  test("show word by word what is gone and what is new", () => {
    const difference = wordDifference("今晚八点我们聊聊这件事。", "这件事今晚八点来聊。");
    const read = (kinds: string[]) =>
      difference
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ text }) => text)
        .join("");
    expect(read(["same", "gone"])).toBe("今晚八点我们聊聊这件事。");
    expect(read(["same", "new"])).toBe("这件事今晚八点来聊。");
    expect(difference.filter(({ kind }) => kind === "same").length).toBeGreaterThan(0);
  });

  test.each([
    ["来之前说一声就行。", "来之前说声就行。", "来之前说[-一-]声就行。"],
    // One sign between two changes is no word that stayed.
    ["周末来店里坐坐吧。", "礼拜天来铺子坐坐吧。", "[-周末来店里-]{+礼拜天来铺子+}坐坐吧。"],
    ["周末我们店里等你。", "周末我们在店里一直等你。", "周末我们{+在+}店里{+一直+}等你。"],
    ["We meet at eight, by the old gate.", "We meet by the gate at eight.", ""],
    [
      "You must pay before Friday.",
      "You have to pay before Friday.",
      "You [-must -]{+have to +}pay before Friday.",
    ],
  ])("by runs of Chinese signs and by English words: %s → %s", (original, option, read) => {
    const marks = { same: ["", ""], gone: ["[-", "-]"], new: ["{+", "+}"] } as const;
    const difference = wordDifference(original, option);
    const said = difference.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]);
    if (read !== "") expect(said.join("")).toBe(read);
    const without = (kind: string) =>
      difference.flatMap((one) => (one.kind === kind ? [] : [one.text])).join("");
    expect([without("new"), without("gone")]).toEqual([original, option]);
  });
});
