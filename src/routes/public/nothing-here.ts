/** The answer of an address that no route has. */
import type { Context } from "hono";
import { wrongMethodResponse } from "../problem.ts";
import type { PublicEnv } from "../services.ts";
import { withoutGlue } from "./address.ts";
import { isLook, isPerson, messagePage } from "./html.ts";

/**
 * Sends whoever opened a page's address with something glued to it to the page, tells whoever asked in a
 * wrong way what the address answers to, and everybody else that nothing is there.
 */
export function nothingHere(
  c: Context<PublicEnv>,
  methodsAt: (path: string) => string[],
): Response {
  const { path } = c.req;
  const methods = methodsAt(path);
  if (methods.length > 0) {
    if (!isPerson(c)) return wrongMethodResponse(methods, c.env.requestId);
    return messagePage(c, "wrong-method", 405, { Allow: methods.join(", ") });
  }
  const clean = withoutGlue(path);
  // Nobody who asked for something else means the front page.
  if (isLook(c) && clean !== path && clean !== "/" && methodsAt(clean).includes("GET")) {
    return c.redirect(`${clean}${new URL(c.req.url).search}`);
  }
  return messagePage(c, "not-found", 404);
}
