/** A content on its way to readers: what its text gives, its versions, and the jobs that make them. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { jobKinds } from "../../domain/job.ts";
import { floors, jobStatuses } from "../../domain/vocabulary.ts";
import { cancelPublish } from "../../usecases/contents/cancel-publish.ts";
import { getCapacity } from "../../usecases/contents/get-capacity.ts";
import { publishContent } from "../../usecases/contents/publish-content.ts";
import { withdrawContent } from "../../usecases/contents/withdraw-content.ts";
import { getJob } from "../../usecases/jobs/get-job.ts";
import type { ManagementEnv } from "../services.ts";
import { content } from "./content-fields.ts";
import { define, serve, show, z } from "./define.ts";
import { contentId, failure, jobId, optionalJson } from "./fields.ts";
import { undrawn } from "./images.ts";

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
          atLeast: z
            .int()
            .openapi({ description: "What options that people write bring at least, mostly" }),
          atMost: z.int().openapi({ description: "What they bring at most, mostly" }),
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

const withdraw = define({
  method: "post",
  path: "/v1/contents/{id}/withdraw",
  scope: "write",
  tag,
  summary:
    "Take a published content back: visits that had begun are heard to their end, none that begins later counts",
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
              "When it goes out. The version is made at once, of the draft as it is now, and its job waits: what is changed until then is not part of it. Another one that waits is replaced. At most one year ahead",
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

export function addPublishingRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, withdraw, (c) => withdrawContent(c.get("caller"), c.req.valid("param").id));
  serve(api, publish, (c) =>
    publishContent(c.get("caller"), c.req.valid("param").id, c.req.valid("json") ?? {}),
  );
  serve(api, cancel, (c) => cancelPublish(c.get("caller"), c.req.valid("param").id));
  serve(api, readCapacity, (c) => getCapacity(c.get("caller"), c.req.valid("param").id));
  show(api, readJob, (c) => getJob(c.get("caller"), c.req.valid("param").id));
}
