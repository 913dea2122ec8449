import type { OpenAPIHono } from "@hono/zod-openapi";
import { roles } from "../../domain/vocabulary.ts";
import { createMember } from "../../usecases/members/create-member.ts";
import { endMember } from "../../usecases/members/end-member.ts";
import { listMembers } from "../../usecases/members/list-members.ts";
import { renewLink } from "../../usecases/members/renew-link.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";
import { json, memberId, name, optionalText, page, pageQuery } from "./fields.ts";

const role = z.enum(roles).openapi({
  description: "head-office may do everything; a team-lead looks at what there is",
});

export const newMember = z
  .object({
    name,
    role,
    team: optionalText(60).openapi({ description: "The lead's team; of no use to head office" }),
  })
  .openapi("NewMember", { example: { name: "Lin Wan", role: "head-office" } });

const member = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    team: z.string().nullable(),
    createdAt: z.string(),
  })
  .openapi("Member");

const link = z
  .object({
    signInUrl: z.string().openapi({ description: "Lets its bearer into the console, once" }),
    signInUntil: z.string(),
  })
  .openapi("SignInLink");

const tag = "Members";
const params = z.object({ id: memberId });

const create = define({
  method: "post",
  path: "/v1/members",
  scope: "admin",
  tag,
  summary: "Let somebody work in the console; their sign-in link is shown this once",
  request: json(newMember),
  outcome: "created",
  answer: z.object({ ...member.shape, ...link.shape }).openapi("NewMemberWithLink"),
});

const list = define({
  method: "get",
  path: "/v1/members",
  scope: "admin",
  tag,
  summary: "List who works in the console, the newest first",
  request: { query: pageQuery },
  answer: page(member),
});

const renew = define({
  method: "post",
  path: "/v1/members/{id}/sign-in-link",
  scope: "admin",
  tag,
  summary: "Make a member's next sign-in link; an older one works no more",
  request: { params },
  outcome: "created",
  answer: link,
});

const end = define({
  method: "delete",
  path: "/v1/members/{id}",
  scope: "admin",
  tag,
  summary: "End a member's sessions and their work in the console",
  request: { params },
});

export function addMemberRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, create, (c) => createMember(c.get("caller"), c.req.valid("json")));
  show(api, list, (c) => listMembers(c.get("caller"), c.req.valid("query")));
  serve(api, renew, (c) => renewLink(c.get("caller"), c.req.valid("param").id));
  serve(api, end, (c) => endMember(c.get("caller"), c.req.valid("param").id));
}
