import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  demoContacts,
  demoContents,
  demoPoster,
  demoPosterPlaces,
  demoSenders,
} from "../../../scripts/demo/content.ts";
import { renderBody } from "../../../src/tracking/body.ts";
import { buildCodebook, compileCaption } from "../../../src/variation/text/index.ts";

/** Width and height from a baseline JPEG's frame header (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (view.getUint16(at) !== 0xffc0) at += 2 + view.getUint16(at + 2);
  return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
}

describe("the demo's content", () => {
  test.each(demoContents)("$title reads as five or more headed sections", ({ body }) => {
    const { sections } = renderBody(body);
    const headed = sections.filter(({ heading }) => heading !== "");
    expect(headed.length).toBeGreaterThanOrEqual(5);
    expect(sections.filter(({ text }) => text.trim() === "")).toEqual([]);
    expect(sections.filter(({ html }) => html.includes("**"))).toEqual([]);
  });

  test.each(demoContents)(
    "$title serves two hundred senders in ten teams, all floors kept",
    ({ drafts }) => {
      const compiled = compileCaption({ drafts });
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
      const teams = Array.from({ length: 10 }, (_, i) => ({ key: `team ${i}`, size: 20 }));
      const { report } = buildCodebook(compiled.plan, { teams, seed: "demo" });
      expect([report.served, report.sharing.senders]).toEqual([200, 0]);
      expect(report.holds).toEqual(["distinct", "company", "team"]);
    },
  );

  test("has a dozen senders in two teams, and every contact knows one of them", () => {
    const ids = demoSenders.map(({ externalId }) => externalId);
    expect(new Set(ids).size).toBe(12);
    expect(new Set(demoSenders.map(({ team }) => team)).size).toBe(2);
    expect(demoContacts.filter(({ sender }) => !ids.includes(sender))).toEqual([]);
  });

  test("is signed as each is named: in Chinese letters or in Latin ones", () => {
    const signed = demoSenders.map(({ signature }) => signature);
    expect(new Set(signed).size).toBe(12);
    const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
    expect(demoSenders.map(({ name }) => isChinese(name))).toEqual(signed.map(isChinese));
    const english = demoContents.filter(({ language }) => language === "en");
    expect(english.flatMap(({ drafts }) => drafts).join("")).not.toMatch(/\p{Script=Han}/u);
  });

  test("keeps the poster's free places inside the poster, and apart", () => {
    const { width, height } = jpegSize(readFileSync(demoPoster));
    const { qr, line } = demoPosterPlaces;
    expect({ width, height }).toEqual({ width: 1080, height: 1440 });
    expect(qr.x + qr.size).toBeLessThanOrEqual(width);
    expect(Math.max(qr.y + qr.size, line.y + line.height)).toBeLessThanOrEqual(height);
    expect(line.x + line.width).toBeLessThanOrEqual(qr.x);
  });
});
