import { describe, expect, test } from "vitest";
import { stepWords } from "../../../../src/insight/spread/step-words.ts";

const lin = { isSender: true, name: "林夏", isSure: false };
const wang = { isSender: false, name: "王老师", isSure: true };
const lastAt = Date.UTC(2026, 10, 24);

describe("a step of a way in words", () => {
  test("says who came by whom, over what, how often, when last, and who stands between", () => {
    expect(stepWords(lin, wang, { touches: 3, contents: 2, lastAt }, 1)).toEqual({
      zh: "王老师经由林夏打开过 2 篇内容（3 次），最近一次在 2026 年 11 月 24 日；中间隔着 1 位没有同意记录的读者。",
      en: "王老师 opened 2 posts through 林夏 (3 times), last on 24 Nov 2026; 1 reader who agreed to nothing stands between.",
    });
    expect(stepWords(lin, wang, { touches: 1, contents: 1, lastAt }, 0).en).toBe(
      "王老师 opened 1 post through 林夏, last on 24 Nov 2026.",
    );
  });

  test("names nobody by a guess, and says of whom there is no name", () => {
    const once = { touches: 1, contents: 1, lastAt };
    const nobody = { isSender: false, name: null, isSure: false };
    expect(stepWords({ ...wang, isSure: false }, nobody, once, 0)).toMatchObject({
      zh: expect.stringMatching(/^一位未具名的读者经由一位读者（可能是王老师）打开过/),
      en: expect.stringMatching(
        /^A reader without a name opened 1 post through a reader, probably 王老师, last on/,
      ),
    });
    expect(stepWords(lin, { ...wang, isSure: false }, once, 0)).toMatchObject({
      zh: expect.stringMatching(/^一位读者（可能是王老师）经由林夏打开过/),
      en: expect.stringMatching(/^A reader, probably 王老师, opened 1 post through 林夏, last on/),
    });
    expect(stepWords({ ...lin, name: null }, wang, once, 0).zh).toContain("经由一位同事打开过");
  });
});
