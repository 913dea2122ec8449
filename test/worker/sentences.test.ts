/** A draft sentence by sentence: options that people write, approve and veto, and mixes that they read. */
import { beforeEach, describe, expect, test } from "vitest";
import { env, freshWorld, newWorkspace, sampleContent, type World } from "./world.ts";

type Finding = { kind: string; word: string };
type Option = { text: string; failed: Finding[]; doubts: Finding[] };
type Sentence = {
  id: string;
  text: string;
  offset: number;
  length: number;
  lock: string | null;
  options: Option[];
  hasSlots: boolean;
  clashes: { option: string; next: string; word: string }[];
  offered: (Option & {
    from: string;
    passes: boolean;
    difference: { kind: string; text: string }[];
  })[];
  vetoed: string[];
  asked: { stage: string } | null;
};
type View = { revision: string; drafts: { draft: number; sentences: Sentence[] }[] };
type Mix = {
  text: string;
  sentences: { sentenceId: string; text: string; wording: string; option: number }[];
  j2: number;
  shownFor: string;
  borders: { first: number; word: string }[];
};
type Mixes = { revision: string; apart: [string, string][]; mixes: Mix[] };
type Problem = { code: string; errors?: { path: string; message: string }[] };

const draft =
  "孩子写作业总是坐不住？今晚八点我们来聊聊这件事。老师会讲三个在家就能做的小办法。名额只有20个，最终解释权归本校。";

let world: World;
let id: string;
const path = () => `/v1/contents/${id}`;

async function sentences(): Promise<Sentence[]> {
  const { body, status } = await world.call<View>("GET", `${path()}/sentences`);
  expect(status).toBe(200);
  return body.drafts[0]?.sentences ?? [];
}

const withWord = async (word: string) => {
  const one = (await sentences()).find(({ text }) => text.includes(word));
  if (one === undefined) throw new Error(`No sentence has ${word}`);
  return one;
};
const change = async <T = View>(word: string, body: object) =>
  await world.call<T>("PUT", `${path()}/sentences/${(await withWord(word)).id}`, body);
/** As a job keeps what a model proposed. */
const propose = async (sentence: string, options: object[]) =>
  await env.DB_A.prepare(
    `INSERT INTO sentence_offers (content_id, sentence, workspace_id, stage, options, vetoed, updated_at)
     VALUES (?, ?, ?, 'read', ?, '[]', 1)`,
  )
    .bind(id, sentence, world.id, JSON.stringify(options))
    .run();
const drafts = async () =>
  (await world.call<{ drafts: string[] }>("GET", path())).body.drafts as string[];

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  const made = await world.call<{ id: string }>("POST", "/v1/contents", {
    ...sampleContent,
    drafts: [draft],
  });
  id = made.body.id;
});

describe("a sentence", () => {
  test("is shown in its place, and says why nobody is asked to say it otherwise", async () => {
    const all = await sentences();
    expect(all.map(({ text }) => text).join("")).toBe(draft);
    for (const { offset, length, text } of all) {
      expect(draft.slice(offset, offset + length)).toBe(text);
    }
    expect(all.find(({ text }) => text.includes("解释权"))?.lock).toBe("condition");
    expect(all[0]).toMatchObject({ lock: null, options: [], offered: [], vetoed: [] });
  });

  test("gets options that a person writes, and keeps its id and its place", async () => {
    const before = await withWord("坐不住");
    const { status } = await change("坐不住", {
      write: ["一写作业就坐不住的孩子，", "写作业时总坐不住？"],
    });
    expect(status).toBe(200);
    expect(await drafts()).toEqual([
      draft.replace(
        "孩子写作业总是坐不住？",
        "{孩子写作业总是坐不住？|一写作业就坐不住的孩子，|写作业时总坐不住？}",
      ),
    ]);
    const after = await withWord("坐不住");
    expect(after.id).toBe(before.id);
    expect(after.options.map(({ text }) => text)).toEqual([
      "一写作业就坐不住的孩子，",
      "写作业时总坐不住？",
    ]);
    await change("坐不住", { remove: ["一写作业就坐不住的孩子，", "写作业时总坐不住？"] });
    expect(await drafts()).toEqual([draft]);
  });

  test("that two drafts share is written in both, beside what each says already", async () => {
    const other = "今晚八点我们来聊聊这件事。带上您的问题来就好。";
    await world.call("PATCH", path(), {
      drafts: [
        draft,
        other.replace(
          "今晚八点我们来聊聊这件事。",
          "{今晚八点我们来聊聊这件事。|今晚八点聊聊这件事吧。}",
        ),
      ],
    });
    const both = { write: ["今晚八点聊聊这件事吧。", "这件事，我们今晚八点聊聊。"] };
    expect((await change("今晚八点", both)).status).toBe(200);
    const three = "{今晚八点我们来聊聊这件事。|今晚八点聊聊这件事吧。|这件事，我们今晚八点聊聊。}";
    expect(await drafts()).toEqual(
      [draft, other].map((text) => text.replace("今晚八点我们来聊聊这件事。", three)),
    );
    expect((await change("今晚八点", both)).status).toBe(200);
    expect((await drafts())[0]).toContain(three);
    await change("今晚八点", { remove: both.write });
    expect(await drafts()).toEqual([draft, other]);
  });

  test("keeps the author's own slots within it", async () => {
    const own = "{孩子|小朋友}写作业总是坐不住？";
    await world.call("PATCH", path(), { drafts: [draft.replace("孩子写作业总是坐不住？", own)] });
    expect((await withWord("坐不住")).hasSlots).toBe(true);
    await change("坐不住", { write: ["写作业时总坐不住？"] });
    expect((await drafts())[0]).toContain(`{${own}|写作业时总坐不住？}今晚`);
  });

  test("takes no option with another fact or a banned word, and names the word", async () => {
    const { status, body } = await change<Problem>("八点", {
      write: ["今晚九点我们来聊聊这件事。"],
    });
    expect([status, body.code]).toEqual([422, "invalid"]);
    expect(body.errors?.[0]).toMatchObject({ path: "write[0]" });
    expect(body.errors?.[0]?.message).toMatch(/“.*[八九].*”/);
    await world.call("PATCH", "/v1/workspace", { bannedWords: ["爆款"] });
    const banned = await change<Problem>("八点", { write: ["今晚八点聊聊这件爆款的事。"] });
    expect(banned.body.errors?.[0]?.message).toContain("爆款");
    expect(await drafts()).toEqual([draft]);
  });

  test("shows what waits for a person, to approve once what is in doubt is confirmed", async () => {
    const { id: sentenceId } = await withWord("三个在家");
    const good = "三个在家就能做的小办法，老师会讲。";
    const offers = [good, "老师会讲五个在家就能做的小办法。"].map((text) => ({
      text,
      by: "proposal",
      out: false,
    }));
    await propose(sentenceId, offers);
    const { offered, asked } = await withWord("三个在家");
    expect(asked).toEqual({ stage: "read" });
    expect(offered.map(({ text, from }) => [text, from])).toEqual(
      offers.map(({ text }) => [text, "model"]),
    );
    expect(offered.map(({ passes }) => passes)).toEqual([true, false]);
    expect(offered[1]?.failed[0]).toMatchObject({ kind: "facts" });
    const kept = offered[1]?.difference.filter(({ kind }) => kind !== "new");
    expect(kept?.map(({ text }) => text).join("")).toBe("老师会讲三个在家就能做的小办法。");
    const refused = await change<Problem>("三个在家", {
      approve: offers.map(({ text }) => text),
      confirm: true,
    });
    expect(refused.body.errors?.map((error) => error.path)).toEqual(["approve[1]"]);
    expect((await change("三个在家", { approve: [good], confirm: true })).status).toBe(200);
    const after = await withWord("三个在家");
    expect(after.options.map(({ text }) => text)).toEqual([good]);
    expect(after.offered.map(({ text }) => text)).toEqual([offers[1]?.text]);
  });

  test("remembers vetoes until they are taken back", async () => {
    const text = "写作业时总坐不住？";
    await change("坐不住", { write: [text] });
    await change("坐不住", { veto: [text] });
    expect(await withWord("坐不住")).toMatchObject({ options: [], vetoed: [text] });
    await change("坐不住", { allow: [text] });
    expect(await withWord("坐不住")).toMatchObject({ options: [], vetoed: [] });
  });

  test("is not changed by whoever read another state, nor where there is none", async () => {
    const { body } = await world.call<View>("GET", `${path()}/sentences`);
    await change("坐不住", { write: ["写作业时总坐不住？"] });
    const late = await change<Problem>("坐不住", {
      write: ["一写作业就坐不住的孩子，"],
      revision: body.revision,
    });
    expect([late.status, late.body.code]).toEqual([409, "conflict"]);
    const none = await world.call("PUT", `${path()}/sentences/snone`, { write: ["好。"] });
    expect(none.status).toBe(404);
  });
});

describe("mixes", () => {
  beforeEach(async () => {
    await change("坐不住", { write: ["一写作业就坐不住的孩子，", "写作业时总坐不住？"] });
    await change("八点", { write: ["这件事今晚八点来聊。", "今晚八点，就讲这个。"] });
    await change("三个在家", { write: ["老师会讲三个小办法，在家就能做。"] });
  });

  test("are ten at most, of what people could get, and say why they are shown", async () => {
    const { body } = await world.call<Mixes>("GET", `${path()}/mixes`);
    expect(body.mixes.length).toBe(10);
    expect(new Set(body.mixes.map(({ text }) => text)).size).toBe(10);
    for (const mix of body.mixes) {
      expect(mix.sentences.some(({ option }) => option > 0)).toBe(true);
      expect(mix.text).toContain("名额只有20个");
      if (mix.shownFor === "odd") expect(mix.borders.length).toBeGreaterThan(0);
    }
    const far = body.mixes.filter(({ shownFor }) => shownFor === "far").map(({ j2 }) => j2);
    expect(far[0]).toBe(Math.min(...body.mixes.map(({ j2 }) => j2)));
    expect((await world.call<Mixes>("GET", `${path()}/mixes?count=3`)).body.mixes.length).toBe(3);
  });

  test("that read odd part the pair, and leave each option beside others", async () => {
    const pair = ["写作业时总坐不住？", "今晚八点，就讲这个。"] as const;
    const seen = ({ mixes }: Mixes) =>
      mixes.map(({ sentences: said }) => said.map(({ wording }) => wording));
    const reported = await world.call<Mixes>("POST", `${path()}/mixes`, { apart: [pair] });
    expect([reported.status, reported.body.apart]).toEqual([200, [pair]]);
    const all = await world.call<Mixes>("GET", `${path()}/mixes?count=50`);
    const wordings = seen(all.body);
    expect(wordings.some((said) => pair.every((text) => said.includes(text)))).toBe(false);
    for (const text of pair) expect(wordings.some((said) => said.includes(text))).toBe(true);
    await world.call("POST", `${path()}/mixes`, { together: [pair] });
    const again = seen((await world.call<Mixes>("GET", `${path()}/mixes?count=50`)).body);
    expect(again.some((said) => pair.every((text) => said.includes(text)))).toBe(true);
  });

  test("part nothing that is no pair of options", async () => {
    for (const wrong of [
      ["写作业时总坐不住？", "没有这句。"],
      ["孩子写作业总是坐不住？", "今晚八点我们来聊聊这件事。"],
    ]) {
      const { status, body } = await world.call<Problem>("POST", `${path()}/mixes`, {
        apart: [wrong],
      });
      expect([status, body.errors?.[0]?.path]).toEqual([422, "apart[0]"]);
    }
  });
});

test("reading sentences and mixes needs a key that reads, changing them one that writes", async () => {
  const made = await world.call<{ key: string }>("POST", "/v1/api-keys", {
    name: "reader",
    scopes: ["read"],
  });
  const as = { key: made.body.key };
  const { id: sentenceId } = await withWord("坐不住");
  const status = async (method: string, to: string, body?: object) =>
    (await world.call(method, `${path()}/${to}`, body, as)).status;
  expect(await status("GET", "sentences")).toBe(200);
  expect(await status("GET", "mixes")).toBe(200);
  expect(await status("PUT", `sentences/${sentenceId}`, { write: ["写作业时总坐不住？"] })).toBe(
    403,
  );
  expect(await status("POST", "mixes", { apart: [] })).toBe(403);
});
