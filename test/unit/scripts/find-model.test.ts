import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { describeModel, findModel } from "../../../scripts/local/find-model.ts";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server on this machine that answers anything with a body; without one it never answers. */
async function serverOf(body: string | undefined): Promise<string> {
  const server = createServer((_, response) => {
    if (body !== undefined) response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const list = (...ids: string[]) => JSON.stringify({ data: ids.map((id) => ({ id })) });

test("the first server that lists a model that talks is found, with that model", async () => {
  const embedding = await serverOf(list("nomic-embed-text"));
  const talker = await serverOf(list("bge-reranker", "qwen3:8b", "llama3.2"));
  const places = [
    { server: "Ollama", baseUrl: embedding },
    { server: "LM Studio", baseUrl: talker },
  ];
  const found = await findModel(places);
  expect(found).toEqual({ server: "LM Studio", baseUrl: talker, name: "qwen3:8b" });
  expect(describeModel(found)).toContain("qwen3:8b by LM Studio");
});

test("whatever else listens there is none: pages, errors, silence, nobody", async () => {
  const places = await Promise.all(
    ["<html>", "[]", '{"data":null}', '{"data":[null]}', undefined].map(async (body) => ({
      server: "Ollama",
      baseUrl: await serverOf(body),
    })),
  );
  const nobody = { server: "Ollama", baseUrl: "http://127.0.0.1:9/v1" };
  expect(await findModel([...places, nobody])).toBeUndefined();
  expect(describeModel(undefined)).toContain("none found");
});

test.each([
  ["Ollama", "http://127.0.0.1:11434/v1"],
  ["LM Studio", "http://127.0.0.1:1234/v1"],
])(
  "npm start looks for %s where it listens unless told otherwise, and says so",
  async (server, baseUrl) => {
    const asked = vi.spyOn(globalThis, "fetch").mockImplementation(async (place) => {
      if (String(place) === `${baseUrl}/models`) return new Response(list("qwen3:8b"));
      throw new TypeError("fetch failed");
    });
    try {
      const found = await findModel();
      expect(found).toEqual({ server, baseUrl, name: "qwen3:8b" });
      expect(describeModel(found)).toContain(`qwen3:8b by ${server}, ${baseUrl}`);
    } finally {
      asked.mockRestore();
    }
  },
);
