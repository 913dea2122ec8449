import type { OpenAPIHono } from "@hono/zod-openapi";
import { jobKinds } from "../../domain/job.ts";
import {
  contentKinds,
  contentStatuses,
  floors,
  imageDeals,
  jobStatuses,
  purposes,
} from "../../domain/vocabulary.ts";
import { cancelPublish } from "../../usecases/contents/cancel-publish.ts";
import { maxDraftCharacters } from "../../usecases/contents/check-drafts.ts";
import { createContent } from "../../usecases/contents/create-content.ts";
import { deleteContent } from "../../usecases/contents/delete-content.ts";
import { getCapacity } from "../../usecases/contents/get-capacity.ts";
import { getContent } from "../../usecases/contents/get-content.ts";
import { listContents } from "../../usecases/contents/list-contents.ts";
import { publishContent } from "../../usecases/contents/publish-content.ts";
import { updateContent } from "../../usecases/contents/update-content.ts";
import { withdrawContent } from "../../usecases/contents/withdraw-content.ts";
import { getJob } from "../../usecases/jobs/get-job.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";
import { contentId, failure, jobId, json, name, optionalJson, page, pageQuery } from "./fields.ts";
import { image, undrawn } from "./images.ts";

const body = z.string().min(1).max(200_000);
/** As many wordings as a content has. */
export const mostDrafts = 20;
export const drafts = z.array(z.string().max(maxDraftCharacters)).min(1).max(mostDrafts);
const topics = z.array(z.string().trim().min(1).max(40)).max(20);
const purpose = z.enum(purposes);
const kind = z.enum(contentKinds).nullish().openapi({
  description:
    "What the content is, which decides what its senders are asked for a line of their own; guessed from its words where you do not say, and again with null",
});
const imageDeal = z.enum(imageDeals).openapi({
  description:
    "Of several pictures each sender shows: same, all as they are here; order, all in an order of their own; one, one of them. Dealt evenly within each team when the content is published",
});
const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Use a language tag such as zh-CN or en.");

export const newContent = z
  .object({
    title: name,
    body: body.openapi({ description: "Markdown; its headings make the sections" }),
    drafts: drafts.openapi({ description: "Complete wordings of the caption, with {a|b} slots" }),
    topics: topics.optional(),
    purpose: purpose.nullish(),
    kind,
    language: language.optional(),
    imageDeal: imageDeal.optional(),
  })
  .openapi("NewContent", {
    example: {
      title: "Three steps to a five-year-old's creativity",
      body: "## Look\n\nSit beside them.\n\n## Ask\n\nAsk what happens next.",
      drafts: ["{Worth|Well worth} a read tonight: three small steps {for|with} a five-year-old."],
      topics: ["creativity"],
    },
  });

export const contentChange = z
  .object({
    title: name.optional(),
    body: body.optional(),
    drafts: drafts.optional(),
    topics: topics.optional(),
    purpose: purpose.nullish(),
    kind,
    language: language.optional(),
    imageDeal: imageDeal.optional(),
    revision: z.string().max(40).optional().openapi({
      description: "The revision that you read: 409 where somebody has changed the content since",
    }),
  })
  .openapi("ContentChange", { example: { title: "A new title" } });

const summary = z
  .object({
    id: z.string(),
    title: z.string(),
    topics: z.array(z.string()),
    purpose: purpose.nullable(),
    kind: z.enum(contentKinds),
    kindGuessed: z.boolean().openapi({ description: "From its words, until you say it" }),
    language: z.string(),
    draftVersion: z.int(),
    revision: z.string().openapi({ description: "Another one whenever the draft changes" }),
    publishedVersion: z.int().nullable(),
    status: z.enum(contentStatuses),
    publishAt: z.string().nullable().openapi({
      description: "When the version that waits goes out; null where none does",
    }),
    imageDeal,
    images: z.array(image),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .openapi("ContentSummary");

const content = summary
  .extend({
    body: z.string(),
    drafts: z.array(z.string()),
    sections: z.array(z.object({ id: z.string(), heading: z.string(), expectedMs: z.int() })),
  })
  .openapi("Content");

const distances = z.object({
  nearestJ2: z.number(),
  nearestEdit: z.number(),
  teamNearestJ2: z.number(),
  teamNearestEdit: z.number(),
});

export const capacity = z
  .object({
    seats: z.int(),
    served: z.int(),
    capacity: z.object({ company: z.int(), team: z.int(), atLeast: z.boolean() }),
    achieved: distances,
    overall: distances.pick({ nearestJ2: true, nearestEdit: true }),
    sharing: z.object({
      senders: z.int(),
      wordings: z.int(),
      most: z.int(),
      withinTeams: z.int(),
      groups: z
        .array(z.object({ row: z.int(), senders: z.int(), teams: z.array(z.string()).readonly() }))
        .readonly(),
    }),
    holds: z.array(z.enum(floors)).readonly().openapi({
      description: "Which floors hold for every sender: all different, company, team",
    }),
    folded: z.int().openapi({ description: "How many of the wordings a messenger folds" }),
    advice: z
      .array(
        z.object({
          kind: z.enum(["sentence-options", "draft"]),
          draft: z.int(),
          sentences: z.array(z.object({ sentenceId: z.string(), words: z.string() })).readonly(),
          options: z.int().openapi({ description: "How many more each sentence should get" }),
          floor: z.enum(["company", "team"]).openapi({
            description: "Which floor it is about: the first that does not hold for everybody",
          }),
          gain: z.int().openapi({ description: "More senders at that floor, simulated" }),
          servesAll: z.boolean(),
          text: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi("Capacity");

const counting = z
  .object({
    status: z.literal("counting"),
    jobId: z.string(),
    progress: z.number().min(0).max(1),
  })
  .openapi("CapacityCounting");

const wordings = capacity
  .pick({ seats: true, served: true, sharing: true, holds: true, folded: true })
  .openapi("Wordings", {
    description:
      "How many have a wording of their own, who shares one with whom, and how many captions a messenger folds",
  });

const job = z
  .object({
    id: z.string(),
    kind: z.enum(jobKinds),
    status: z.enum(jobStatuses),
    progress: z.number().min(0).max(1),
    error: failure.optional(),
    waitsUntil: z.string().optional().openapi({ description: "It is not gone on with before" }),
    wordings: wordings.optional().openapi({
      description: "Of a publish that made a version, or was below the floor",
    }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .openapi("Job");

const tag = "Contents";
const byId = { params: z.object({ id: contentId }) };

const create = define({
  method: "post",
  path: "/v1/contents",
  scope: "write",
  tag,
  summary: "Write a content as a draft",
  request: json(newContent),
  outcome: "created",
  answer: content,
});

const list = define({
  method: "get",
  path: "/v1/contents",
  scope: "read",
  tag,
  summary: "List contents without their bodies and drafts, the newest first",
  request: { query: pageQuery },
  answer: page(summary),
});

const read = define({
  method: "get",
  path: "/v1/contents/{id}",
  scope: "read",
  tag,
  summary: "Read a content's draft and state",
  request: byId,
  answer: content,
});

const update = define({
  method: "patch",
  path: "/v1/contents/{id}",
  scope: "write",
  tag,
  summary: "Change the draft; what is published stays until it is published again",
  request: { ...byId, ...json(contentChange) },
  answer: content,
});

const remove = define({
  method: "delete",
  path: "/v1/contents/{id}",
  scope: "write",
  tag,
  summary: "Delete a content: its links answer readers 410",
  request: byId,
});

const withdraw = define({
  method: "post",
  path: "/v1/contents/{id}/withdraw",
  scope: "write",
  tag,
  summary: "Take a published content back",
  request: byId,
  answer: content,
});

const publish = define({
  method: "post",
  path: "/v1/contents/{id}/publish",
  scope: "write",
  tag,
  summary: "Publish the draft as a new version, as a job",
  request: {
    ...byId,
    ...optionalJson(
      z
        .object({
          acceptAchieved: z.boolean().optional().openapi({
            description: "Publish also where the text holds less than the workspace insists on",
          }),
          at: z.iso.datetime({ offset: true }).optional().openapi({
            description:
              "When it goes out. The version is made at once, of the draft as it is now, and its job waits: what is changed until then is not part of it. Another one that waits is replaced",
          }),
        })
        .openapi("Publish", { example: { acceptAchieved: false } }),
    ),
  },
  outcome: "accepted",
  answer: z.object({
    jobId: z.string(),
    wordings: wordings.optional().openapi({
      description: "What to expect, where the draft as it stands was counted already",
    }),
    undrawn,
  }),
});

const cancel = define({
  method: "delete",
  path: "/v1/contents/{id}/publish",
  scope: "write",
  tag,
  summary: "Take back what waits to be published; what is published stays",
  request: byId,
  answer: content,
});

const readCapacity = define({
  method: "get",
  path: "/v1/contents/{id}/capacity",
  scope: "read",
  isHeavy: true,
  tag,
  summary:
    "How many senders the draft's text serves, and what would raise it most; counted by a job once for each state of the draft",
  request: byId,
  answer: z.union([capacity, counting]),
  also: { accepted: "The report is being counted; jobId says by what" },
});

const readJob = define({
  method: "get",
  path: "/v1/jobs/{id}",
  scope: "read",
  tag: "Jobs",
  summary: "Read a job's progress",
  request: { params: z.object({ id: jobId }) },
  answer: job,
});

export function addContentRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, create, (c) => createContent(c.get("caller"), c.req.valid("json")));
  show(api, list, (c) => listContents(c.get("caller"), c.req.valid("query")));
  show(api, read, (c) => getContent(c.get("caller"), c.req.valid("param").id));
  serve(api, update, (c) =>
    updateContent(c.get("caller"), c.req.valid("param").id, c.req.valid("json")),
  );
  serve(api, remove, (c) => deleteContent(c.get("caller"), c.req.valid("param").id));
  serve(api, withdraw, (c) => withdrawContent(c.get("caller"), c.req.valid("param").id));
  serve(api, publish, (c) =>
    publishContent(c.get("caller"), c.req.valid("param").id, c.req.valid("json") ?? {}),
  );
  serve(api, cancel, (c) => cancelPublish(c.get("caller"), c.req.valid("param").id));
  serve(api, readCapacity, (c) => getCapacity(c.get("caller"), c.req.valid("param").id));
  show(api, readJob, (c) => getJob(c.get("caller"), c.req.valid("param").id));
}
