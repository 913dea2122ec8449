/** Forms of the console: only its own pages send them, and only to where the page said. */
import type { Context } from "hono";
import { AppError, invalidField } from "../../usecases/errors.ts";
import { isOwnForm } from "../../usecases/sessions/console-session.ts";
import type { z } from "../management/define.ts";
import { fieldErrors } from "../management/field-messages.ts";
import { readBody, readFile } from "../public/body.ts";
import type { ConsoleEnv, SentForm } from "../services.ts";
import { readProof } from "./proof.ts";

/** A post with its caption drafts, URL-encoded: three bytes a Chinese character make nine. */
const maxFormBytes = 2_000_000;
/** A picture of 20 MB and what a form puts around it. */
const maxFileBytes = 20_010_000;

/** What a form sends: texts by name; of a name that comes twice, all of them. */
export type Form = { text: (name: string) => string; all: (name: string) => string[] };

/**
 * Reads a form of this session. Throws `forbidden` where another site's page sent it or its proof is not of
 * this session and action, and `too-large`.
 */
export async function readForm(c: Context<ConsoleEnv>, action: string): Promise<Form> {
  const fields = await readFields(c);
  await checkProof(c, action, fields.get("token") ?? "", [...fields]);
  return formOf(fields);
}

/** Throws `forbidden` without the proof; either way it is known what was sent, so that it can be given back. */
async function checkProof(
  c: Context<ConsoleEnv>,
  action: string,
  token: string,
  fields: SentForm["fields"],
): Promise<void> {
  const { proof, from } = readProof(token);
  if (from) c.set("sent", { from, action: c.req.path, fields });
  if (!(await isOwnForm(c.get("holder"), action, proof))) throw tooOld();
}

const oldForm = "This form is too old. Go back, reload the page and try again.";

function tooOld(): AppError {
  return new AppError("forbidden", oldForm);
}

/** True of a form whose proof is none, or another session's: a page that was open for too long. */
export const isOldForm = (error: AppError) => error.detail === oldForm;

/** A browser says by itself from where a form comes; no page can make it say another's. */
function checkOrigin(c: Context<ConsoleEnv>): void {
  if (c.req.header("Origin") !== new URL(c.req.url).origin) {
    throw new AppError("forbidden", "Only the console's own pages send this.");
  }
}

/** The same before anybody has signed in: checked by where it came from alone. */
export async function readForeignForm(c: Context<ConsoleEnv>): Promise<Form> {
  // The door's forms may hold another form, whose signs are written as two.
  return formOf(await readFields(c, 2 * maxFormBytes));
}

/** What a form of one of the console's pages says, whoever sent it. Throws `forbidden` and `too-large`. */
export async function readFields(
  c: Context<ConsoleEnv>,
  maxBytes = maxFormBytes,
): Promise<URLSearchParams> {
  checkOrigin(c);
  const sent = new URLSearchParams(await readBody(c.req.raw, maxBytes));
  // A browser writes line ends as CRLF, whoever typed them.
  return new URLSearchParams(
    [...sent].map(([name, text]) => [name, text.replaceAll("\r\n", "\n")]),
  );
}

const formOf = (fields: URLSearchParams): Form => ({
  text: (name) => fields.get(name) ?? "",
  all: (name) => fields.getAll(name),
});

/**
 * Reads the one file of a form, checked as `readForm` checks. Throws `invalid` where there is none, besides.
 */
export async function readFileForm(c: Context<ConsoleEnv>, action: string): Promise<Uint8Array> {
  checkOrigin(c);
  const bytes = await readFile(c.req.raw, maxFileBytes);
  const type = c.req.header("Content-Type") ?? "";
  const form = await new Response(bytes, { headers: { "Content-Type": type } })
    .formData()
    .catch(() => null);
  const file = form?.get("file");
  await checkProof(c, action, String(form?.get("token") ?? ""), []);
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  throw invalidField("file", "Choose a file first.");
}

/** Checks fields by the schema of the API's own call. Throws `invalid` with the fields that are wrong. */
export function checked<T extends z.ZodType>(schema: T, fields: unknown): z.output<T> {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  throw new AppError(
    "invalid",
    "Some fields are wrong; errors says which and why.",
    fieldErrors(result.error),
  );
}

/** Where to go after a form: a path of the console, perhaps a place on it, with what became of it. */
export function after(c: Context<ConsoleEnv>, path: string, done?: string): Response {
  const place = path.startsWith("/console") ? path : "/console";
  const [address = "", at] = place.split("#");
  const [bare = "", search = ""] = address.split("?");
  const parameters = new URLSearchParams(search);
  parameters.delete("done");
  if (done) parameters.set("done", done);
  const query = parameters.toString();
  return c.body(null, 303, {
    Location: bare + (query && `?${query}`) + (at ? `#${at}` : ""),
    "Cache-Control": "no-store",
  });
}
