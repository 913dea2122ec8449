/** The management API: everything under /v1, and the contract that is generated from it. */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { authenticate } from "../../usecases/api-keys/authenticate.ts";
import { authenticateOperator } from "../../usecases/deployment/operator.ts";
import { AppError } from "../../usecases/errors.ts";
import { methodsOf } from "../methods.ts";
import { problemResponse, wrongMethodResponse } from "../problem.ts";
import type { ManagementEnv } from "../services.ts";
import { addActivityRoutes } from "./activity.ts";
import { addAlertRoutes } from "./alerts.ts";
import { addApiKeyRoutes } from "./api-keys.ts";
import { addAuditRoutes } from "./audit.ts";
import { addBriefingRoutes } from "./briefing.ts";
import { addContactRoutes } from "./contacts.ts";
import { addContentRoutes } from "./contents.ts";
import { addContract } from "./contract.ts";
import { addDeadLetterRoutes } from "./dead-letters.ts";
import { fieldErrors } from "./field-messages.ts";
import { addImageRoutes } from "./images.ts";
import { addIntegrationRoutes } from "./integrations.ts";
import { addLinkRoutes } from "./links.ts";
import { addMemberRoutes } from "./members.ts";
import { addOwnLineRoutes } from "./own-lines.ts";
import { addPublishingRoutes } from "./publishing.ts";
import { addReportRoutes } from "./reports.ts";
import { bearerOf, limitKeyOf } from "./request.ts";
import { addSenderRoutes } from "./senders.ts";
import { addSentenceRoutes } from "./sentences.ts";
import { addSpreadRoutes } from "./spread.ts";
import { addSuggestionRoutes } from "./suggestions.ts";
import { addTagRoutes } from "./tags.ts";
import { addVariantRoutes } from "./variants.ts";
import { addVariationRoutes } from "./variations.ts";
import { addViewerRoutes } from "./viewers.ts";
import { addVisitRoutes } from "./visits.ts";
import { addWorkspaceRoutes } from "./workspace.ts";

const maxJsonBytes = 1_000_000;
const maxImageBytes = 20_000_000;

/** Calls of whoever runs the deployment, by its admin secret. */
const deploymentCalls =
  /^POST \/v1\/workspaces(?:\/[^/]+\/api-keys)?$|^GET \/v1\/dead-letters$|^POST \/v1\/dead-letters\/replay$/;

/** Finds the caller, within their rate limit, before anything of the request is looked at. */
const authenticated: MiddlewareHandler<ManagementEnv> = async (c, next) => {
  const isDeployments = deploymentCalls.test(`${c.req.method} ${c.req.path}`);
  const { ctx, adminSecret } = c.env;
  try {
    if (isDeployments) c.set("operator", authenticateOperator(ctx, bearerOf(c), adminSecret));
    else c.set("caller", await authenticate(ctx, bearerOf(c)));
  } catch (error) {
    // Who tries out keys is told to wait, whichever they try.
    const address = c.req.header("CF-Connecting-IP") ?? "unknown";
    if (await c.env.withinLimit("api", `wrong ${address}`)) throw error;
    throw new AppError("rate-limited", "Too many wrong keys from this address. Wait a minute.");
  }
  if (!(await c.env.withinLimit("api", limitKeyOf(c)))) {
    throw new AppError("rate-limited", "Too many calls with this key. Wait a minute and go on.");
  }
  await next();
};

export function createManagementApp(): OpenAPIHono<ManagementEnv> {
  const api = new OpenAPIHono<ManagementEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = fieldErrors(result.error);
      throw new AppError("invalid", "Some fields are wrong; errors says which and why.", errors);
    },
  });
  api.onError((error, c) => problemResponse(error, c.env.ctx));
  const methodsAt = methodsOf(api);
  api.notFound((c) => {
    const methods = methodsAt(c.req.path);
    if (methods.length > 0) return wrongMethodResponse(methods, c.env.requestId);
    const error = new AppError("not-found", "There is no such call. /docs lists them all.");
    return problemResponse(error, c.env.ctx);
  });
  const tooLarge = () => {
    throw new AppError("too-large", "Bodies may have 1 MB, images 20 MB.");
  };
  const jsonLimit = bodyLimit({ maxSize: maxJsonBytes, onError: tooLarge });
  const imageLimit = bodyLimit({ maxSize: maxImageBytes, onError: tooLarge });
  // People's names, keys and kit addresses are in these answers: nobody on the way may keep them.
  api.use("/v1/*", async (c, next) => {
    await next();
    c.res.headers.set("Cache-Control", "no-store");
  });
  api.use("/v1/*", authenticated);
  api.use("/v1/*", (c, next) =>
    (/\/(?:images?|avatar|wechat-qr|logo)$/.test(c.req.path) ? imageLimit : jsonLimit)(c, next),
  );

  addWorkspaceRoutes(api);
  addApiKeyRoutes(api);
  addMemberRoutes(api);
  addAuditRoutes(api);
  addSenderRoutes(api);
  addContactRoutes(api);
  addContentRoutes(api);
  addPublishingRoutes(api);
  addSentenceRoutes(api);
  addOwnLineRoutes(api);
  addSuggestionRoutes(api);
  addImageRoutes(api);
  addVariantRoutes(api);
  addVariationRoutes(api);
  addLinkRoutes(api);
  addVisitRoutes(api);
  addReportRoutes(api);
  addActivityRoutes(api);
  addTagRoutes(api);
  addAlertRoutes(api);
  addSpreadRoutes(api);
  addBriefingRoutes(api);
  addViewerRoutes(api);
  addIntegrationRoutes(api);
  addDeadLetterRoutes(api);

  addContract(api);
  return api;
}
