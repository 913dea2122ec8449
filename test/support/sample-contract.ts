import type { Contract } from "../../src/pages/site/contract.ts";

/** A small contract that has all that the reference reads. */
export const contract: Contract = {
  info: { title: "Starling", version: "1", description: "Share one message in many words." },
  paths: {
    "/v1/senders": {
      get: {
        tags: ["Senders"],
        summary: "Lists senders",
        parameters: [
          {
            name: "limit",
            in: "query",
            schema: { type: "integer", minimum: 1, maximum: 200, default: 50 },
          },
        ],
        security: [{ apiKey: [] }],
        "x-scope": "read",
        responses: {
          200: {
            description: "Senders",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["items"],
                  properties: {
                    items: { type: "array", items: { $ref: "#/components/schemas/Sender" } },
                  },
                },
              },
            },
          },
        },
      },
      post: {
        tags: ["Senders"],
        summary: "Add a sender",
        security: [{ apiKey: [] }],
        "x-scope": "write",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/NewSender" } } },
        },
        responses: { 201: { description: "Added" } },
      },
    },
    "/healthz": {
      get: { tags: ["Public faces"], summary: "Whether it is well", responses: { 200: {} } },
    },
  },
  components: {
    schemas: {
      Sender: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "string" }, team: { type: ["string", "null"] } },
      },
      NewSender: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string", minLength: 1, maxLength: 120, description: "As readers see it." },
          stage: { type: "string", enum: ["new", "known"] },
        },
        example: { name: "Lin's sister" },
      },
    },
  },
};
