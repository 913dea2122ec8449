/** A small client of Starling's own HTTP API. */

export interface Api {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  patch<T>(path: string, body: unknown): Promise<T>;
  /** Sends bytes as they are, such as an image. */
  upload<T>(path: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<T>;
}

/** An answer that was no success. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws ApiError from each call that is answered with an error, holding what the answer said */
export function apiClient(baseUrl: string, key: string): Api {
  const call = async <T>(
    method: string,
    path: string,
    type?: string,
    body?: BodyInit,
  ): Promise<T> => {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: { authorization: `Bearer ${key}`, ...(type ? { "content-type": type } : {}) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new ApiError(response.status, `${method} ${path} answered ${response.status}: ${text}`);
    }
    return (text === "" ? undefined : JSON.parse(text)) as T;
  };
  const send = <T>(method: string, path: string, body: unknown) =>
    call<T>(method, path, "application/json", JSON.stringify(body ?? {}));
  return {
    get: (path) => call("GET", path),
    post: (path, body) => send("POST", path, body),
    patch: (path, body) => send("PATCH", path, body),
    upload: (path, type, bytes) => call("POST", path, type, bytes),
  };
}

interface Job {
  readonly status: "queued" | "running" | "succeeded" | "failed";
  readonly error?: unknown;
}

/** Waits for a job's end. @throws when it fails, or has not ended after `patienceMs` */
export async function finishJob(api: Api, jobId: string, patienceMs = 60_000): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < patienceMs; ) {
    const job = await api.get<Job>(`/v1/jobs/${jobId}`);
    if (job.status === "succeeded") return;
    if (job.status === "failed")
      throw new Error(`Job ${jobId} failed: ${JSON.stringify(job.error)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Job ${jobId} has not ended after ${patienceMs / 1000} s.`);
}
