/** What the server itself asks of others: whom it may ask, for how long, and what it makes of what comes back. */

export type OutsideSettings = {
  /** Where WeChat's server API answers for this deployment; its own address where unset. */
  WECHAT_API_ORIGIN?: string | undefined;
  WECOM_API_ORIGIN?: string | undefined;
  /** Where readers are sent to say who they are. */
  WECHAT_AUTHORIZE_ORIGIN?: string | undefined;
  /** Origins that may be asked though they are no public https hosts, parted by commas. */
  ALLOWED_ORIGINS?: string | undefined;
  OUTSIDE_TIMEOUT_MS?: string | number | undefined;
};

/** A deployment's ways to the outside. */
export interface Outside {
  /** "https://host" */
  readonly wechatOrigin: string;
  readonly wecomOrigin: string;
  /** Of the page that readers say on who they are; WeCom's is the same. */
  readonly authorizeOrigin: string;
  /** True of an address that may be asked: a public https host, or one that the deployer allows. */
  mayAsk(address: string): boolean;
  /** Asks once for JSON. Never throws: each way to fail has a reason of its own. */
  askJson(address: URL, body?: object): Promise<OutsideAnswer>;
}

export type OutsideAnswer =
  | { readonly ok: true; readonly body: Record<string, unknown> }
  | { readonly ok: false; readonly reason: "not-allowed" | "timeout" | "unreachable" | "malformed" }
  /** Anything but 200, a redirect too: it is never followed. */
  | { readonly ok: false; readonly reason: "status"; readonly status: number };

const defaultTimeoutMs = 10_000;
/** No answer that is waited for is longer. */
const maxBytes = 64 * 1024;

export function outsideOf(settings: OutsideSettings): Outside {
  const allowed = new Set((settings.ALLOWED_ORIGINS ?? "").split(",").flatMap(originOf));
  const timeoutMs = Number(settings.OUTSIDE_TIMEOUT_MS || defaultTimeoutMs);
  const mayAsk = (address: string) => {
    const url = URL.parse(address);
    if (url?.username !== "" || url.password !== "") return false;
    return allowed.has(url.origin) || (url.protocol === "https:" && isPublicHost(url.hostname));
  };
  return {
    wechatOrigin: originOf(settings.WECHAT_API_ORIGIN)[0] ?? "https://api.weixin.qq.com",
    wecomOrigin: originOf(settings.WECOM_API_ORIGIN)[0] ?? "https://qyapi.weixin.qq.com",
    authorizeOrigin: originOf(settings.WECHAT_AUTHORIZE_ORIGIN)[0] ?? "https://open.weixin.qq.com",
    mayAsk,
    async askJson(address, body) {
      if (!mayAsk(address.href)) return { ok: false, reason: "not-allowed" };
      return await within(timeoutMs, (signal) => ask(address, body, signal));
    },
  };
}

function originOf(text: string | undefined): string[] {
  const url = URL.parse(text?.trim() ?? "");
  return url ? [url.origin] : [];
}

/** Names of networks of one's own: https://www.iana.org/assignments/special-use-domain-names */
const ownNetwork =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion|invalid|test)$/;

/**
 * True of a host that the public can reach by a name. An address in numbers never is: behind most of them is
 * somebody's own network, and certificates are made out to names.
 */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  const last = host.slice(host.lastIndexOf(".") + 1);
  return host.includes(".") && /^[a-z]/.test(last) && !ownNetwork.test(host);
}

/** From the first byte sent to the last one read. */
async function within(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<OutsideAnswer>,
): Promise<OutsideAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const late = new Promise<OutsideAnswer>((resolve) => {
    signal.addEventListener("abort", () => resolve({ ok: false, reason: "timeout" }));
  });
  try {
    return await Promise.race([work(signal), late]);
  } catch {
    // What broke is not passed on: its message may hold an address, and so a secret.
    return { ok: false, reason: signal.aborted ? "timeout" : "unreachable" };
  }
}

async function ask(
  address: URL,
  body: object | undefined,
  signal: AbortSignal,
): Promise<OutsideAnswer> {
  const response = await fetch(address, {
    // Another address has not been allowed, so it gets nothing of ours.
    redirect: "manual",
    signal,
    headers: { Accept: "application/json" },
    ...(body === undefined
      ? {}
      : {
          method: "POST",
          headers: { Accept: "application/json", "Content-Type": "application/json" },
          body: JSON.stringify(body),
        }),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    return { ok: false, reason: "status", status: response.status };
  }
  const text = await readCapped(response);
  try {
    // WeChat says text/plain of its JSON: the type is not looked at.
    const read: unknown = JSON.parse(text ?? "");
    if (typeof read === "object" && read !== null && !Array.isArray(read)) {
      return { ok: true, body: read as Record<string, unknown> };
    }
  } catch {
    // Told below, with everything else that is not an object.
  }
  return { ok: false, reason: "malformed" };
}

/** The body as text; null where there is more than is read of any. */
async function readCapped({ body }: Response): Promise<string | null> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}
