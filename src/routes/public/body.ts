/** Bodies that anybody may send are counted while they come in, so that nobody makes us hold on to much. */
import { AppError } from "../../usecases/errors.ts";

/**
 * A request's body as text. What is longer than allowed is refused before it is read, where its length is
 * stated, else as soon as it is; the rest is not read.
 *
 * Throws `too-large`, and `malformed` where the bytes are not UTF-8.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  return decode(await readChunks(request, maxBytes));
}

/** The same as bytes: a file. Throws `too-large`. */
export async function readFile(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks = await readChunks(request, maxBytes);
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function readChunks(request: Request, maxBytes: number): Promise<Uint8Array[]> {
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) {
    await request.body?.cancel();
    throw tooLarge(maxBytes);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) break;
    length += value.byteLength;
    if (length > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
  return chunks;
}

/** The same as a JSON object's fields; nothing is known of them yet. Throws `malformed` besides. */
export async function readFields(
  request: Request,
  maxBytes: number,
): Promise<Record<string, unknown>> {
  return fieldsOf(await readBody(request, maxBytes));
}

/** The fields of a JSON object. Throws `malformed` where the text is none. */
export function fieldsOf(body: string): Record<string, unknown> {
  try {
    const fields: unknown = JSON.parse(body);
    if (typeof fields === "object" && fields !== null && !Array.isArray(fields)) {
      return fields as Record<string, unknown>;
    }
  } catch {
    // Told below, with everything else that is not an object.
  }
  throw new AppError("malformed", "The body is not a JSON object.");
}

function decode(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  try {
    return (
      chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode()
    );
  } catch {
    throw new AppError("malformed", "The body is not UTF-8. Send it in that encoding.");
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("too-large", `A message has at most ${maxBytes} bytes.`);
}
