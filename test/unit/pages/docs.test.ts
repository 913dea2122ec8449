import { describe, expect, test } from "vitest";
import { anchorOf, callsOf, fieldsOf } from "../../../src/pages/site/contract.ts";
import { renderDocs } from "../../../src/pages/site/docs.tsx";
import { contract } from "../../support/sample-contract.ts";
import { NONCE } from "../../support/sample-pages.ts";

const page = (more: { chapter?: string; wanted?: string } = {}) =>
  renderDocs({ nonce: NONCE, contract, ...more });

describe("the API reference", () => {
  test("lists every call, and leads to where each is told", () => {
    const html = page();
    for (const call of callsOf(contract)) {
      expect(html).toContain(`<code>${call.path}</code>`);
      const chapter = page({ chapter: call.tag });
      expect(chapter).toContain(`id="${anchorOf(call)}"`);
    }
  });

  test("narrows the list to what has the letters", () => {
    const html = page({ wanted: "WELL" });
    expect(html).toContain("/healthz");
    expect(html).not.toContain("/v1/senders");
    expect(page({ wanted: "nothing like it" })).toContain("No call has these letters");
  });

  test("tells of a field its type, whether it is needed, its bounds and its choices", () => {
    const body = { $ref: "#/components/schemas/NewSender" };
    expect(fieldsOf(body, contract)).toEqual([
      {
        path: "name",
        type: "string",
        isRequired: true,
        says: "As readers see it. 1 to 120 characters.",
      },
      { path: "stage", type: "string", isRequired: false, says: 'One of "new", "known".' },
    ]);
  });

  test("opens lists and what they refer to", () => {
    const answer = contract.paths["/v1/senders"]?.get?.responses["200"]?.content;
    const schema = answer?.["application/json"]?.schema ?? {};
    expect(fieldsOf(schema, contract).map(({ path, type }) => `${path} ${type}`)).toEqual([
      "items list of Sender",
      "items[].id string",
      "items[].team string or null",
    ]);
  });

  test("writes a call as a command that a shell takes as it is", () => {
    expect(page({ chapter: "Senders" })).toContain(
      `-d &#39;{&quot;name&quot;:&quot;Lin&#39;\\&#39;&#39;s sister&quot;}&#39;`,
    );
  });

  test("runs no script", () => {
    expect(page()).not.toContain("<script");
  });
});
