/**
 * What the Worker does not read of a body. It refuses a long one before that is there, and Cloudflare takes in the rest;
 * the local runtime breaks the connection instead, and the refusal is lost. So here it is read and thrown away.
 */

/** No call takes more than 20 MB; the proxy in front lets somewhat more through. */
const most = 26_000_000;

/** The request for the Worker, and what takes in whatever it left of the body. */
export function withRest(request: Request): { request: Request; takeRest: () => Promise<void> } {
  const reader = request.body?.getReader();
  if (!reader) return { request, takeRest: async () => {} };
  let taken = 0;
  const take = async () => {
    const { done, value } = await reader.read();
    taken += value?.byteLength ?? 0;
    return done ? undefined : value;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (stream) => {
        const chunk = await take();
        if (chunk) stream.enqueue(chunk);
        else stream.close();
      },
    },
    { highWaterMark: 0 },
  );
  const takeRest = async () => {
    while (taken < most && (await take())) {
      // Thrown away.
    }
  };
  return { request: new Request(request, { body }), takeRest };
}
