import { expect, test } from "vitest";
import { fileEnding, fileTitle, inlineAs } from "../../../src/domain/file-name.ts";

test("a saved picture has its title and its ending, in any letters", () => {
  expect(inlineAs("清明上新（老客）", "image/jpeg")).toBe(
    "inline; filename=\"picture.jpg\"; filename*=UTF-8''%E6%B8%85%E6%98%8E%E4%B8%8A%E6%96%B0%EF%BC%88%E8%80%81%E5%AE%A2%EF%BC%89.jpg",
  );
  expect(inlineAs("Spring tea (1)", "image/png")).toBe(
    "inline; filename=\"Spring tea (1).png\"; filename*=UTF-8''Spring%20tea%20%281%29.png",
  );
  expect(fileEnding("image/webp")).toBe("webp");
});

test("no title breaks out of the header or into a folder", () => {
  expect(fileTitle('../a"\r\nSet-Cookie: x=1')).toBe("a Set-Cookie x=1");
  expect(fileTitle(" \u200b/ ")).toBe("picture");
  expect([...fileTitle("长".repeat(200))]).toHaveLength(60);
  expect(inlineAs('a"b', "image/png")).toContain('filename="a b.png"');
});
