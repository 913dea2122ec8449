import { describe, expect, test } from "vitest";
import { readBody, readFields } from "../../../src/routes/public/body.ts";

/** A request whose body comes in chunks; counts how many were asked for. */
function chunked(chunk: Uint8Array, count: number, headers: Record<string, string> = {}) {
  const seen = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (seen.pulled === count) return controller.close();
        seen.pulled++;
        controller.enqueue(chunk);
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", body, headers, duplex: "half" };
  return { request: new Request("https://starling.test/t", init), seen };
}

const kilobyte = new Uint8Array(1024).fill(97);

describe("a body that is too long", () => {
  test("is refused after as many bytes as are allowed, and the rest is not read", async () => {
    const { request, seen } = chunked(kilobyte, 90_000);
    await expect(readBody(request, 4096)).rejects.toMatchObject({ code: "too-large" });
    expect(seen).toEqual({ pulled: 5, cancelled: true });
  });

  test("is refused unread where it says so itself", async () => {
    const { request, seen } = chunked(kilobyte, 90_000, { "Content-Length": "92160000" });
    await expect(readBody(request, 4096)).rejects.toMatchObject({ code: "too-large" });
    expect(seen.pulled).toBe(0);
  });

  test("is counted in bytes, not in characters", async () => {
    const han = new TextEncoder().encode("月".repeat(10));
    await expect(readBody(chunked(han, 1).request, 29)).rejects.toMatchObject({
      code: "too-large",
    });
    expect(await readBody(chunked(han, 1).request, 30)).toBe("月".repeat(10));
  });
});

test("a character that two chunks share comes out whole", async () => {
  const bytes = new TextEncoder().encode("月亮");
  for (let cut = 0; cut <= bytes.length; cut++) {
    const parts = [bytes.subarray(0, cut), bytes.subarray(cut)].filter(({ length }) => length > 0);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    });
    const init = { method: "POST", body, duplex: "half" };
    expect(await readBody(new Request("https://starling.test/t", init), 100)).toBe("月亮");
  }
});

test("no body is an empty text", async () => {
  expect(await readBody(new Request("https://starling.test/t", { method: "POST" }), 10)).toBe("");
});

test.each([
  ["GBK", [0xd4, 0xc2]],
  ["Latin-1", [0x63, 0x61, 0x66, 0xe9]],
  ["UTF-8 that is cut off", [0xe6, 0x9c]],
])("bytes of %s are refused, not mended", async (_encoding, bytes) => {
  const { request } = chunked(Uint8Array.from(bytes), 1);
  await expect(readBody(request, 100)).rejects.toMatchObject({ code: "malformed" });
});

test.each(["", "1", "null", "[]", '"text"', "{"])("%j is no object of fields", async (body) => {
  const request = new Request("https://starling.test/t", { method: "POST", body });
  await expect(readFields(request, 100)).rejects.toMatchObject({ code: "malformed" });
});
