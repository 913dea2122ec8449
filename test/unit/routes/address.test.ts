import { describe, expect, test } from "vitest";
import {
  readCode,
  readShareAddress,
  readToken,
  withoutGlue,
} from "../../../src/routes/public/address.ts";

const code = "aK3f9QxZ";
const ref = `a${"Ab_-".repeat(8)}`;
/** What stands behind an address in a chat or a document, and touches it. */
const glue = [
  "，",
  "。",
  "）",
  "】",
  "」",
  "、",
  "！",
  "谢谢",
  " 快来看",
  "\u200B",
  "\u3000",
  "/",
  "/amp",
  "&from=singlemessage",
  ")",
  "]",
  "'",
  "*",
  ",",
  ";",
  "🌱",
  "%",
  "%E0%A4%A",
];

const paths = (start: string, end: string) => [`${start}${end}`, `${start}${encodeURI(end)}`];

describe.each(glue)("%j glued", (end) => {
  test("to a code is cut", () => {
    for (const path of paths(code, end)) {
      expect(readShareAddress(path)).toEqual({ code, ref: undefined, isGlued: true });
    }
  });

  test("to a code and its ref leaves both whole", () => {
    for (const path of paths(`${code}.${ref}`, end)) {
      expect(readShareAddress(path)).toEqual({ code, ref, isGlued: true });
    }
  });

  test("to a kit's token leaves the token whole", () => {
    for (const path of paths("aSender.aWork.1~1~Mac_-", end)) {
      expect(readToken(path)).toBe("aSender.aWork.1~1~Mac_-");
    }
  });
});

test("an address with nothing glued to it is itself", () => {
  expect(readShareAddress(code)).toEqual({ code, ref: undefined, isGlued: false });
  expect(readShareAddress(`${code}.${ref}`)).toEqual({ code, ref, isGlued: false });
});

test("letters beyond a ref's length are no part of it", () => {
  for (const end of ["_", "-", "hello", "_谢谢"]) {
    expect(readShareAddress(`${code}.${ref}${end}`)).toEqual({ code, ref, isGlued: true });
  }
});

test("a stop behind a code is no ref", () => {
  expect(readShareAddress(`${code}.`)).toEqual({ code, ref: undefined, isGlued: true });
  expect(readShareAddress(`${code}.。`)).toEqual({ code, ref: undefined, isGlued: true });
});

test("nothing is a code that does not begin with one", () => {
  for (const path of ["", "月亮", "%E0%A4%A", ".ref", "/"])
    expect(readShareAddress(path).code).toBe("");
  expect(readCode(undefined)).toBe("");
});

test.each([
  ["/privacy。", "/privacy"],
  ["/privacy/", "/privacy"],
  ["/docs)", "/docs"],
  ["/kit%E3%80%82", "/kit"],
  ["/kit", "/kit"],
  ["/i/a_b.jpg，", "/i/a_b.jpg"],
  ["/%E8%B0%A2", "/"],
  ["/", "/"],
])("%s without its glue is %s", (path, clean) => {
  expect(withoutGlue(path)).toBe(clean);
});
