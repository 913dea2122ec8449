import { expect, test } from "vitest";
import { signPage } from "../../../src/integrations/wechat/signature.ts";

/** WeChat's own example, of its page about the JS-SDK. */
const known = {
  ticket: "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
  nonce: "Wm3WZYTPz0wzccnW",
  timestamp: 1414587457,
  url: "http://mp.weixin.qq.com?params=value",
};

test("WeChat's own example is signed as WeChat signs it", async () => {
  expect(await signPage(known)).toBe("0f9de62fce790f9a083d5c99e95740ceb90c27ed");
});

test("what stands behind # changes nothing, all else does", async () => {
  const signed = await signPage(known);
  expect(await signPage({ ...known, url: `${known.url}#part#2` })).toBe(signed);
  for (const change of [
    { url: `${known.url}&from=timeline` },
    { url: known.url.replace("?", "/?") },
    { nonce: "another" },
    { timestamp: 1 },
    { ticket: "another" },
  ]) {
    expect(await signPage({ ...known, ...change })).not.toBe(signed);
  }
});
