/** Fills an empty Starling with a demo workspace, through the same HTTP API that everyone uses. */
import { readFile } from "node:fs/promises";
import {
  type DemoContent,
  demoContacts,
  demoContents,
  demoMember,
  demoPoster,
  demoPosterPlaces,
  demoSenders,
} from "../demo/content.ts";
import { type Api, ApiError, apiClient, finishJob } from "./api.ts";
import { type Demo, type LocalState, saveState } from "./state.ts";

interface Sender {
  readonly id: string;
  readonly externalId: string;
  readonly kitUrl: string;
}

/** @returns the demo workspace: the one of an earlier start where it still exists, else a new one */
export async function openDemo(baseUrl: string, folder: string, state: LocalState): Promise<Demo> {
  if (state.demo && (await exists(baseUrl, state.demo))) return await standing(baseUrl, state.demo);
  const demo = await makeDemo(baseUrl, state.secrets.ADMIN_SECRET);
  await saveState(folder, { ...state, demo });
  return demo;
}

/**
 * A link by which whoever started this comes into the console, once: a new one each start, so that nobody
 * who lost theirs needs a key. @returns its path
 */
export async function openDoor(
  baseUrl: string,
  folder: string,
  state: LocalState,
  demo: Demo,
): Promise<string> {
  const api = apiClient(baseUrl, demo.apiKey);
  const { memberId } = demo;
  if (memberId !== undefined) {
    try {
      const { signInUrl } = await api.post<{ signInUrl: string }>(
        `/v1/members/${memberId}/sign-in-link`,
      );
      return pathOf(signInUrl);
    } catch (error) {
      // Somebody took this member out in the console: there is another then.
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }
  const { id, signInUrl } = await api.post<{ id: string; signInUrl: string }>("/v1/members", {
    name: demoMember,
    role: "head-office",
  });
  await saveState(folder, { ...state, demo: { ...demo, memberId: id } });
  return pathOf(signInUrl);
}

/** The data may have been wiped while the file that remembers it stayed. */
async function exists(baseUrl: string, demo: Demo): Promise<boolean> {
  try {
    await apiClient(baseUrl, demo.apiKey).get("/v1/workspace");
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return false;
    throw error;
  }
}

/** A demo with the addresses that still lead somewhere: in the console it may have been cleared. Looking counts nothing. */
async function standing(baseUrl: string, demo: Demo): Promise<Demo> {
  const leads = async (path: string | undefined) =>
    path !== undefined && (await fetch(baseUrl + path, { redirect: "manual" })).status === 302;
  const [hasKit, hasLink] = await Promise.all([leads(demo.kitPath), leads(demo.sharePath)]);
  return {
    ...demo,
    kitPath: hasKit ? demo.kitPath : undefined,
    sharePath: hasLink ? demo.sharePath : undefined,
  };
}

async function makeDemo(baseUrl: string, adminSecret: string): Promise<Demo> {
  const { id: workspaceId, apiKey } = await apiClient(baseUrl, adminSecret).post<{
    id: string;
    apiKey: string;
  }>("/v1/workspaces", { name: "小星亲子", timezone: "Asia/Shanghai", demo: true });
  const api = apiClient(baseUrl, apiKey);
  const senders = await makeSenders(api);
  // The kit shows the newest first: the first of the list shall be that.
  let contentId: string | undefined;
  for (const content of demoContents.toReversed()) contentId = await makeContent(api, content);
  const [sender] = senders;
  if (!sender || !contentId) throw new Error("The demo has no sender or no content.");
  const { link } = await api.get<{ link: { url: string } }>(
    `/v1/contents/${contentId}/variants/${sender.id}`,
  );
  return {
    workspaceId,
    apiKey,
    kitPath: pathOf(sender.kitUrl),
    sharePath: pathOf(link.url),
  };
}

async function makeSenders(api: Api): Promise<Sender[]> {
  const { results } = await api.post<{ results: { sender: Sender }[] }>("/v1/senders/bulk", {
    senders: demoSenders,
  });
  const senders = results.map(({ sender }) => sender);
  for (const { sender: externalId, ...contact } of demoContacts) {
    const senderId = senders.find((sender) => sender.externalId === externalId)?.id;
    await api.post("/v1/contacts", { ...contact, senderId });
  }
  return senders;
}

async function makeContent(api: Api, content: DemoContent): Promise<string> {
  const { id } = await api.post<{ id: string }>("/v1/contents", content);
  // The poster is in Chinese.
  if (content.language !== "en") {
    const poster = new Uint8Array(await readFile(demoPoster));
    const image = await api.upload<{ id: string }>(
      `/v1/contents/${id}/images`,
      "image/jpeg",
      poster,
    );
    await api.patch(`/v1/contents/${id}/images/${image.id}`, demoPosterPlaces);
  }
  const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${id}/publish`);
  await finishJob(api, jobId);
  return id;
}

const pathOf = (url: string): string => new URL(url).pathname;
