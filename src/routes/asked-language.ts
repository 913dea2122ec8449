import { chooseLanguage } from "../pages/shell/language.ts";

type Told = { title: string; detail: string; errors?: { path: string; message: string }[] };

/**
 * A problem in Chinese for whoever asks for Chinese (RFC 9457, 3.1.3); everything else as it is. Who asks for no
 * language gets English, as programs do.
 */
export async function inAskedLanguage(request: Request, response: Response): Promise<Response> {
  if (response.headers.get("Content-Type") !== "application/problem+json") return response;
  const headers = new Headers(response.headers);
  headers.append("Vary", "Accept-Language");
  const { status } = response;
  const accept = request.headers.get("Accept-Language");
  if (!accept || chooseLanguage(accept) === "en" || request.method === "HEAD") {
    return new Response(response.body, { status, headers });
  }
  // Few ask: no reader's isolate makes the sentences.
  const [{ inChinese }, { inTraditional }] = await Promise.all([
    import("../pages/shell/faults/in-chinese.ts"),
    import("../pages/shell/traditional.ts"),
  ]);
  const isTraditional = chooseLanguage(accept) === "zh-Hant";
  const write = isTraditional ? inTraditional : undefined;
  const say = (english: string) => inChinese(english, write) ?? english;
  const problem = await response.json<Told>();
  const { title, detail, errors } = problem;
  const told = errors?.map(({ path, message }) => ({ path, message: say(message) }));
  const chinese = { ...problem, title: say(title), detail: say(detail) };
  headers.set("Content-Language", isTraditional ? "zh-TW" : "zh-CN");
  return new Response(JSON.stringify({ ...chinese, ...(told ? { errors: told } : {}) }), {
    status,
    headers,
  });
}
