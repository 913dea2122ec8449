import type { Context } from "hono";
import { renderFault } from "../../pages/console/screens/fault.tsx";
import type { MessageKind } from "../../pages/shell/message-words.ts";
import { AppError } from "../../usecases/errors.ts";
import { type Problem, problemResponse } from "../problem.ts";
import { messagePage } from "../public/html.ts";
import type { ConsoleEnv } from "../services.ts";
import { asPublic } from "./context.ts";
import { screen } from "./desk.ts";
import { isOldForm } from "./forms.ts";
import { type Ask, givenBack } from "./given-back.ts";
import { doorWith } from "./session.ts";

/** What went wrong, on a screen where somebody is signed in; at the door for whoever is not any more. */
export async function consoleError(
  error: unknown,
  c: Context<ConsoleEnv>,
  ask: Ask,
): Promise<Response> {
  const known = error instanceof AppError ? error : null;
  const wantsPage = (c.req.header("Accept") ?? "").includes("text/html");
  if (!wantsPage) return problemResponse(error, c.env.ctx);
  const sent = c.get("sent");
  if (known?.code === "unauthenticated") {
    if (sent) return doorWith(c, sent);
    return c.body(null, 303, { Location: "/console/sign-in?door=expired" });
  }
  const { status, code, detail, errors } = await problemResponse(error, c.env.ctx).json<Problem>();
  const isOld = known !== null && isOldForm(known);
  // People have no scopes: they are told who may do it.
  const isOffice = known?.code === "forbidden" && / with the scope "/.test(known.detail);
  const kindOf = (old: string) => (isOld ? old : isOffice ? "head-office" : code);
  if (sent) {
    const back = await givenBack(
      c,
      sent,
      { refusal: { kind: kindOf("old-form-back"), detail, errors }, status },
      ask,
    );
    if (back) return back;
  }
  if (!known || !c.get("holder")) return messagePage(asPublic(c), messageOf(status), status as 500);
  const shown = ([400, 403, 404, 409, 413, 415, 422] as const).find((one) => one === status) ?? 500;
  const refusal = { kind: kindOf("old-form"), detail, errors };
  return await screen(c, [], (desk) => renderFault(desk, refusal), shown);
}

function messageOf(status: number): MessageKind {
  if (status === 429) return "too-many";
  return status === 404 ? "not-found" : "error";
}
