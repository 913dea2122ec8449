/** The API reference, made of the contract as it is served. */
import type { Context } from "hono";
import { respond } from "../pages/shell/respond.ts";
import type { Contract } from "../pages/site/contract.ts";
import { renderDocs } from "../pages/site/docs.tsx";
import type { PublicEnv } from "./services.ts";

/** @param contract - the answer of /openapi.json */
export async function docsPage(c: Context<PublicEnv>, contract: Response): Promise<Response> {
  const read = (await contract.json()) as Contract;
  const chapter = c.req.query("chapter");
  const wanted = c.req.query("q")?.slice(0, 100);
  return respond(c, (nonce) => renderDocs({ nonce, contract: read, chapter, wanted }));
}
