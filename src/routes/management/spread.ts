import type { OpenAPIHono } from "@hono/zod-openapi";
import { shareDestinations } from "../../domain/vocabulary.ts";
import { drawSpread } from "../../usecases/spread/draw-spread.ts";
import { findIntroductions } from "../../usecases/spread/find-introductions.ts";
import { getSpread } from "../../usecases/spread/get-spread.ts";
import { listNodes } from "../../usecases/spread/list-nodes.ts";
import type { ManagementEnv } from "../services.ts";
import { binary, define, show, z } from "./define.ts";
import { contentId, linkCode, pageQuery, senderId, viewerId } from "./fields.ts";
import { certaintyOfName, judged, kinds, worth } from "./node-fields.ts";
import { contactOrNull, words } from "./words-fields.ts";

const node = z
  .object({
    id: z.string(),
    kind: z.enum(["sender", "viewer"]),
    code: z.string(),
    senderId: z.string(),
    viewerId: z.string().nullable(),
    name: z.string().nullable(),
    contact: contactOrNull,
    parent: z.string().nullable().openapi({
      description: "The nearest node above that may be shown; null of a link's own root",
    }),
    steps: z.int().openapi({ description: "Steps to the parent: 1 where nobody stands between" }),
    direct: z.int().openapi({ description: "Readers who came directly through it" }),
    below: z.int().openapi({ description: "Readers who came through it at any distance" }),
    unnamed: z.int().openapi({
      description: "Readers who agreed to nothing, of whom this is the nearest node above",
    }),
    sharedTo: z.array(z.enum(shareDestinations)).openapi({
      description: "Where this place is known to have been shared on to; empty: unknown",
    }),
    worth,
  })
  .openapi("SpreadNode");

const spread = z
  .object({
    contentId: z.string(),
    title: z.string(),
    isComplete: z
      .boolean()
      .openapi({ description: "False where there are more nodes than one call looks at" }),
    shown: z.int().openapi({ description: "Nodes that may be shown, on all pages" }),
    unnamed: z.int().openapi({
      description:
        "Readers who agreed to nothing: in every figure, and no node; those who came by a link for one contact in none",
    }),
    metrics: z
      .object({
        size: z.int().openapi({ description: "Readers and the links' senders" }),
        depth: z.int().openapi({ description: "Steps from a sender to their farthest reader" }),
        maxBreadth: z.int().openapi({ description: "The most readers at one distance" }),
        meanDepth: z.number().openapi({ description: "Mean steps from the sender to a reader" }),
        largestBroadcastShare: z.number().openapi({
          description: "Of all readers, the share that came directly through one node",
        }),
        structuralVirality: z.number().openapi({
          description:
            "Mean distance between two nodes of one tree: 2 where one person reached all",
        }),
      })
      .openapi("SpreadMetrics"),
    channels: z
      .array(
        z.object({
          channel: z.string(),
          firstLevel: z.int().openapi({ description: "Readers who opened such a link itself" }),
          total: z.int().openapi({ description: "All who came through it" }),
        }),
      )
      .openapi({
        description:
          "By the channel of the senders' links: readers who opened such a link itself, and all who came through it",
      }),
    destinations: z
      .object({
        items: z.array(
          z.object({
            to: z.enum([...shareDestinations, "unknown"]),
            shares: z.int().openapi({
              description:
                "Places whose page told that they shared it there; of unknown those through whom somebody came",
            }),
            readers: z.int().openapi({ description: "Readers who came directly through those" }),
          }),
        ),
        sentence: words,
      })
      .openapi({
        description:
          "Where readers passed it on to: told inside WeChat alone, and there of whoever chose it in the menu, also if they thought better of it",
      }),
    ...kinds,
    nodes: z.array(node),
    edges: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        steps: z.int().openapi({ description: "1 where nobody stands between" }),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi("Spread");

const station = z.object({
  senderId: z.string().nullable(),
  viewerId: z.string().nullable(),
  name: z.string().nullable(),
  certainty: certaintyOfName,
});

const tag = "Spread";
const filter = { senderId: senderId.optional(), code: linkCode.optional() };

const read = define({
  method: "get",
  path: "/v1/contents/{id}/spread",
  scope: "read",
  tag,
  isHeavy: true,
  summary:
    "Who opened a content through whom: figures, kinds of nodes, and the largest branches first",
  request: { params: z.object({ id: contentId }), query: pageQuery.extend(filter) },
  answer: spread,
});

const draw = define({
  method: "get",
  path: "/v1/contents/{id}/spread.svg",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "The same drawn: the largest branches, and counts for the rest",
  request: {
    params: z.object({ id: contentId }),
    query: z.object({ ...filter, language: z.enum(["zh", "en"]).default("zh") }),
  },
  types: { "image/svg+xml": binary },
});

const nodes = define({
  method: "get",
  path: "/v1/nodes",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "Trusted nodes and broadcasters over the newest contents, of one topic or of all",
  request: { query: z.object({ topic: z.string().min(1).max(120).optional() }) },
  answer: z
    .object({
      topic: z.string().nullable(),
      contents: z.int().openapi({ description: "The newest of that topic, pooled: at most 8" }),
      isComplete: z
        .boolean()
        .openapi({ description: "False where there are more nodes than one call looks at" }),
      ...kinds,
      kinds: z
        .array(judged.extend({ worth }))
        .openapi({ description: "The most trusted first; at most 200" }),
    })
    .openapi("NodeKinds"),
});

const ways = define({
  method: "get",
  path: "/v1/viewers/{id}/introductions",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "Ways from any sender to a viewer across all contents: who could introduce whom",
  request: { params: z.object({ id: viewerId }) },
  answer: z
    .object({
      viewerId: z.string(),
      paths: z
        .array(
          z.object({
            steps: z.array(
              z.object({
                from: station,
                to: station,
                between: z.int().openapi({ description: "Readers between, who agreed to nothing" }),
                touches: z
                  .int()
                  .openapi({ description: "How often to came by from, over all contents" }),
                contents: z.int().openapi({ description: "Over how many contents" }),
                lastAt: z.string().openapi({ description: "The UTC day of the last time" }),
                sentence: words.openapi({
                  description: "Who came by whom, how often, and when last",
                }),
              }),
            ),
          }),
        )
        .openapi({
          description: "Shortest first; the first station is whom to ask, the last the viewer",
        }),
      more: z.boolean().openapi({ description: "More ways exist than are told" }),
    })
    .openapi("Introductions"),
});

export function addSpreadRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, read, (c) => getSpread(c.get("caller"), c.req.valid("param").id, c.req.valid("query")));
  show(api, draw, async (c) => {
    const svg = await drawSpread(c.get("caller"), c.req.valid("param").id, c.req.valid("query"));
    return c.body(svg, 200, { "Content-Type": "image/svg+xml" });
  });
  show(api, nodes, (c) => listNodes(c.get("caller"), c.req.valid("query")));
  show(api, ways, (c) => findIntroductions(c.get("caller"), c.req.valid("param").id));
}
