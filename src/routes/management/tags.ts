import type { OpenAPIHono } from "@hono/zod-openapi";
import { dryRunRule } from "../../usecases/tags/dry-run.ts";
import { listTaggedViewers, listTags } from "../../usecases/tags/list-tags.ts";
import {
  changeRule,
  createRule,
  deleteRule,
  getRule,
  listRules,
} from "../../usecases/tags/manage-rules.ts";
import { publishRule } from "../../usecases/tags/publish-rule.ts";
import { getTagHistory, getViewerTags } from "../../usecases/tags/viewer-tags.ts";
import { readPeriod, readTime } from "../../usecases/time.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";
import { json, optionalJson, page, pageQuery, tagRuleId, timeOrDate, viewerId } from "./fields.ts";
import { tagHistory, viewerTag } from "./tag-fields.ts";
import { changeOf, rule, ruleChange, ruleOf } from "./tag-rule-fields.ts";
import { contactOrNull, words } from "./words-fields.ts";

const tagRule = z
  .object({
    id: z.string(),
    draft: rule,
    publishedVersion: z.int().nullable(),
    isChanged: z.boolean().openapi({ description: "The draft is not what is in force" }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .openapi("TagRule");

const sentence = words.openapi({ description: "The rule in words: what gives it, and how much" });

const version = z.object({
  version: z.int(),
  rule,
  sentence,
  since: z.string().nullable().openapi({
    description: "Visits begun before it earn nothing; null: dated back over all history",
  }),
  until: z.string().nullable(),
  publishedAt: z.string(),
});

const taggedViewers = z.int().openapi({ description: "How many would get it" });

const tag = "Tags";
const byId = { params: z.object({ id: tagRuleId }) };

const create = define({
  method: "post",
  path: "/v1/tag-rules",
  scope: "write",
  tag: "Tag rules",
  summary: "Write a rule down as a draft; it gives nobody a tag until it is published",
  request: json(rule),
  outcome: "created",
  answer: tagRule,
});

const list = define({
  method: "get",
  path: "/v1/tag-rules",
  scope: "read",
  tag: "Tag rules",
  summary:
    "List the workspace's own rules, the newest first; builtIn are those that hold everywhere",
  request: { query: pageQuery },
  answer: page(tagRule.extend({ sentence })).extend({
    builtIn: z.array(z.object({ ruleId: z.string(), rule, sentence })),
  }),
});

const read = define({
  method: "get",
  path: "/v1/tag-rules/{id}",
  scope: "read",
  tag: "Tag rules",
  summary: "Read a rule with all its versions",
  request: byId,
  answer: tagRule.extend({ sentence, versions: z.array(version) }),
});

const change = define({
  method: "patch",
  path: "/v1/tag-rules/{id}",
  scope: "write",
  tag: "Tag rules",
  summary: "Change a rule's draft; what is in force stays until it is published",
  request: { ...byId, ...json(ruleChange) },
  answer: tagRule,
});

const remove = define({
  method: "delete",
  path: "/v1/tag-rules/{id}",
  scope: "write",
  tag: "Tag rules",
  summary: "Take a rule away with the tags that it gave",
  request: byId,
});

const dryRun = define({
  method: "post",
  path: "/v1/tag-rules/{id}/dry-run",
  scope: "read",
  tag: "Tag rules",
  isHeavy: true,
  summary: "What the draft would do to the viewers that there are; changes nothing",
  request: byId,
  answer: z
    .object({
      looked: z.int().openapi({ description: "Viewers looked at" }),
      isComplete: z
        .boolean()
        .openapi({ description: "False where there are more viewers than one call looks at" }),
      viewers: z.int().openapi({ description: "Of them, how many would be tagged" }),
      tags: z
        .array(z.object({ tag: z.string(), viewers: taggedViewers }))
        .openapi({ description: "How many would get each; a rule of topics gives several" }),
      summary: words.openapi({ description: "How many would be tagged of how many looked at" }),
      examples: z.array(
        z.object({
          viewerId: z.string(),
          contact: contactOrNull,
          tag: z.string(),
          score: z.number().openapi({ description: "What the draft would give them as of now" }),
          at: z.string().openapi({ description: "When the newest visit that it fits began" }),
          why: words.openapi({ description: "What the draft found there" }),
        }),
      ),
    })
    .openapi("TagDryRun"),
});

const publish = define({
  method: "post",
  path: "/v1/tag-rules/{id}/publish",
  scope: "write",
  tag: "Tag rules",
  summary:
    "Put the draft in force as the next version; with backDate a job applies it to all of history",
  request: {
    ...byId,
    ...optionalJson(
      z.object({ backDate: z.boolean().optional() }).openapi({ example: { backDate: true } }),
    ),
  },
  outcome: "accepted",
  answer: z.object({
    id: z.string(),
    version: z.int(),
    jobId: z.string().nullable().openapi({ description: "Of backDate; null without it" }),
  }),
});

const all = define({
  method: "get",
  path: "/v1/tags",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "The tags that viewers have been given, those that most have first",
  answer: z.object({
    items: z.array(z.object({ tag: z.string(), name: words, viewers: z.int() })),
  }),
});

const tagged = define({
  method: "get",
  path: "/v1/tags/viewers",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "Viewers with a tag, each with the score and why; a page may be shorter than asked for",
  request: { query: pageQuery.extend({ tag: z.string().min(1).max(240) }) },
  answer: page(viewerTag.extend({ viewerId: z.string(), contact: contactOrNull })),
});

const ofViewer = define({
  method: "get",
  path: "/v1/viewers/{id}/tags",
  scope: "read",
  tag,
  summary: "A viewer's tags, strongest first, each with its evidence; with at as it was shown then",
  request: {
    params: z.object({ id: viewerId }),
    query: z.object({ at: timeOrDate.optional() }),
  },
  answer: z
    .object({ viewerId: z.string(), at: z.string(), tags: z.array(viewerTag) })
    .openapi("ViewerTags"),
});

const history = define({
  method: "get",
  path: "/v1/viewers/{id}/tags/history",
  scope: "read",
  tag,
  summary: "One tag's score at the end of each day as it was shown then, and all that changed it",
  request: {
    params: z.object({ id: viewerId }),
    query: z.object({
      tag: z.string().min(1).max(240),
      since: timeOrDate.optional(),
      until: timeOrDate.optional(),
    }),
  },
  answer: tagHistory,
});

export function addTagRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, create, (c) => createRule(c.get("caller"), ruleOf(c.req.valid("json"))));
  show(api, list, (c) => listRules(c.get("caller"), c.req.valid("query")));
  show(api, read, (c) => getRule(c.get("caller"), c.req.valid("param").id));
  serve(api, change, (c) =>
    changeRule(c.get("caller"), c.req.valid("param").id, changeOf(c.req.valid("json"))),
  );
  serve(api, remove, (c) => deleteRule(c.get("caller"), c.req.valid("param").id));
  show(api, dryRun, (c) => dryRunRule(c.get("caller"), c.req.valid("param").id));
  serve(api, publish, (c) => {
    const { backDate = false } = c.req.valid("json") ?? {};
    return publishRule(c.get("caller"), c.req.valid("param").id, { backDate });
  });
  show(api, all, (c) => listTags(c.get("caller")));
  show(api, tagged, (c) => listTaggedViewers(c.get("caller"), c.req.valid("query")));
  show(api, ofViewer, (c) => {
    const caller = c.get("caller");
    const at = readTime("at", c.req.valid("query").at, caller.workspace.timezone);
    return getViewerTags(caller, c.req.valid("param").id, at);
  });
  show(api, history, (c) => {
    const caller = c.get("caller");
    const { tag: wanted, since, until } = c.req.valid("query");
    const { timezone } = caller.workspace;
    return getTagHistory(caller, c.req.valid("param").id, {
      tag: wanted,
      ...readPeriod({ since, until }, timezone),
    });
  });
}
