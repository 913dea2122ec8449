import type { OpenAPIHono } from "@hono/zod-openapi";
import { certainties, namings } from "../../domain/vocabulary.ts";
import { eraseViewer } from "../../usecases/viewers/erase-viewer.ts";
import { exportViewer } from "../../usecases/viewers/export-viewer.ts";
import { getViewer } from "../../usecases/viewers/get-viewer.ts";
import { identifyViewer, unnameViewer } from "../../usecases/viewers/identify-viewer.ts";
import { listViewers } from "../../usecases/viewers/list-viewers.ts";
import { mergeViewers, unmergeViewer } from "../../usecases/viewers/merge-viewers.ts";
import { withdrawViewer } from "../../usecases/viewers/withdraw-viewer.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";
import { contactId, json, name, page, pageQuery, senderId, viewerId } from "./fields.ts";
import { tie } from "./relationship-fields.ts";
import { viewerTag } from "./tag-fields.ts";
import { visit } from "./visits.ts";

const viewer = z
  .object({
    id: z.string(),
    rung: z.enum(["anonymous", "named"]),
    contact: z.object({ id: z.string(), name: z.string(), senderId: z.string() }).nullable(),
    certainty: z.enum(certainties).nullable().openapi({
      description: "probable: a contact's own link was opened, or a sender says so; else confirmed",
    }),
    namedBy: z.enum(namings).nullable(),
    namedAt: z.string().nullable(),
    firstSeenAt: z.string(),
    lastSeenAt: z.string().nullable().openapi({ description: "To the quarter-hour" }),
    visits: z.int(),
    withdrawnAt: z.string().nullable().openapi({
      description: "Since when they want to be remembered no more",
    }),
  })
  .openapi("Viewer");

const consent = z.object({ choice: z.boolean(), textVersion: z.string(), language: z.string() });

const viewerInFull = viewer
  .extend({
    privacyUrl: z.string().nullable().openapi({
      description:
        "Where the viewer sees, exports and erases what is held; for them alone. Null for a key without admin, since who has it may erase them",
    }),
    tags: z.array(viewerTag).openapi({
      description:
        "Strongest first, each with its evidence; how a score came about by days: GET /v1/viewers/{id}/tags/history",
    }),
    relationship: tie.nullable().openapi({
      description: "How strong the tie to them is; null of who read nothing in 120 days",
    }),
    timeline: z.array(
      z.union([
        z.object({ kind: z.literal("visit"), at: z.string(), visit }),
        z.object({ kind: z.literal("consent"), at: z.string(), consent }),
      ]),
    ),
  })
  .openapi("ViewerInFull");

const certainty = z.enum(certainties).optional().openapi({ description: "confirmed unless said" });
const identity = z
  .union([
    z.object({ contactId, certainty }).strict(),
    z
      .object({
        name,
        senderId,
        externalIds: z.record(z.string().min(1).max(60), z.string().max(500)).optional(),
        certainty,
      })
      .strict(),
  ])
  .openapi("Identity", { example: { contactId: "a…" } });

const merged = z.object({
  viewerId: z.string().openapi({ description: "The one who stays: who came first" }),
  merged: z.array(z.string()),
});

const tag = "People";
const byId = { params: z.object({ id: viewerId }) };

const list = define({
  method: "get",
  path: "/v1/viewers",
  scope: "read",
  tag,
  summary:
    "List readers who agreed to be remembered, the newest first; a page of some of them may be short, or empty, and have others behind it",
  request: {
    query: pageQuery.extend({
      contactId: contactId.optional(),
      senderId: senderId.optional().openapi({ description: "Who read something through them" }),
      rung: z.enum(["anonymous", "named"]).optional(),
    }),
  },
  answer: page(viewer),
});

const read = define({
  method: "get",
  path: "/v1/viewers/{id}",
  scope: "read",
  tag,
  isHeavy: true,
  summary:
    "Read a viewer with their tags, the tie to them and what they did, the newest first; the audit keeps who looked",
  request: byId,
  answer: viewerInFull,
});

const identify = define({
  method: "post",
  path: "/v1/viewers/{id}/identify",
  scope: "write",
  tag,
  summary:
    "Say who a viewer is: a contact, or one by name, found again by external ids; another viewer who is that contact already is merged",
  request: { ...byId, ...json(identity) },
  answer: merged.extend({ contactId: z.string(), certainty: z.enum(certainties) }),
});

const unname = define({
  method: "delete",
  path: "/v1/viewers/{id}/identity",
  scope: "write",
  tag,
  summary: "Take a viewer's name away",
  request: byId,
});

const merge = define({
  method: "post",
  path: "/v1/viewers/{id}/merge",
  scope: "write",
  tag,
  summary: "Say that two viewers are one person; can be undone for a day",
  request: {
    ...byId,
    ...json(z.object({ viewerId }).openapi("Merge", { example: { viewerId: "a…" } })),
  },
  answer: merged,
});

const unmerge = define({
  method: "delete",
  path: "/v1/viewers/{id}/merge",
  scope: "write",
  tag,
  summary: "Undo a merge within a day, by the viewer that was merged",
  request: byId,
});

const withdraw = define({
  method: "post",
  path: "/v1/viewers/{id}/withdraw",
  scope: "write",
  tag,
  summary: "Take a viewer's consent back for them: what they read from now on is nobody's",
  request: byId,
});

const hand = define({
  method: "get",
  path: "/v1/viewers/{id}/export",
  scope: "admin",
  tag,
  isHeavy: true,
  summary: "Everything that is held of a viewer, by table; the audit keeps who exported",
  request: byId,
  answer: z.object({
    viewerId: z.string(),
    workspace: z.string(),
    exportedAt: z.string(),
    held: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  }),
});

const erase = define({
  method: "delete",
  path: "/v1/viewers/{id}",
  scope: "admin",
  tag,
  isHeavy: true,
  summary:
    "Erase a viewer and all that was derived of them, with the contact that they certainly are; /privacy/verify checks the receipt",
  request: byId,
  answer: z.object({
    erasedAt: z.string(),
    receipt: z.string(),
    jobId: z.string().nullable().openapi({
      description:
        "With 202, where others change the same sums all the time: this job erases them within minutes, and is gone itself then. Until it has, nothing more is taken of them",
    }),
  }),
});

export function addViewerRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, list, (c) => {
    const { rung, ...query } = c.req.valid("query");
    const isNamed = rung === undefined ? undefined : rung === "named";
    return listViewers(c.get("caller"), { ...query, isNamed });
  });
  show(api, read, (c) => getViewer(c.get("caller"), c.req.valid("param").id));
  show(api, hand, (c) => exportViewer(c.get("caller"), c.req.valid("param").id));
  serve(api, identify, (c) => {
    return identifyViewer(c.get("caller"), c.req.valid("param").id, c.req.valid("json"));
  });
  serve(api, unname, (c) => unnameViewer(c.get("caller"), c.req.valid("param").id));
  serve(api, merge, (c) => {
    const { viewerId: other } = c.req.valid("json");
    return mergeViewers(c.get("caller"), c.req.valid("param").id, other);
  });
  serve(api, unmerge, (c) => unmergeViewer(c.get("caller"), c.req.valid("param").id));
  serve(api, withdraw, (c) => withdrawViewer(c.get("caller"), c.req.valid("param").id));
  serve(api, erase, (c) => eraseViewer(c.get("caller"), c.req.valid("param").id));
}
