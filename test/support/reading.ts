/** A published article whose readers' engaged times are known, and what the server then says of them. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, vi } from "vitest";
import { type Api, apiClient, finishJob } from "../../scripts/local/api.ts";
import { startServer, type TestServer } from "./server.ts";

export interface Link {
  readonly code: string;
  readonly url: string;
  /** Its own, which tells one reader's visits from another's. */
  readonly channel: string;
}

export interface Visit {
  readonly channel: string;
  readonly engagedMs: number;
  readonly atLeastMs: number;
  readonly atMostMs: number | null;
  readonly scroll: number;
  readonly app: string;
  readonly device: string;
  readonly bot: boolean;
  readonly confidence: string;
  readonly sections: readonly { readonly ms: number }[];
}

/** Somebody else's site. */
export interface ForeignSite {
  readonly url: string;
  close(): void;
}

const sentence = "早点睡，把手机放到客厅，把灯调暗，留一点时间给自己，整个人都会慢下来。";
export const HEADINGS = ["开头", "中间", "结尾"];
const body = HEADINGS.map(
  (heading) => `## ${heading}\n\n${Array(20).fill(sentence).join("\n\n")}`,
).join("\n\n");

export class Reading {
  readonly server: TestServer;
  readonly #api: Api;
  readonly #contentId: string;
  readonly #senderId: string;
  #channels = 0;
  /** Reader, true and measured engaged ms: the tables of docs/reading-time.md. */
  readonly #seen: [string, readonly number[], readonly number[]][] = [];

  private constructor(server: TestServer, api: Api, contentId: string, senderId: string) {
    this.server = server;
    this.#api = api;
    this.#contentId = contentId;
    this.#senderId = senderId;
  }

  /** Needs the bundle that the project's global setup makes. */
  static async start(): Promise<Reading> {
    const server = await startServer();
    const admin = apiClient(server.url, server.adminSecret);
    const { apiKey } = await admin.post<{ apiKey: string }>("/v1/workspaces", {
      name: "早安家居",
      // Sections of one visit are kept for readers who may be remembered.
      consentMode: "notice",
    });
    const api = apiClient(server.url, apiKey);
    const { id: senderId } = await api.post<{ id: string }>("/v1/senders", { name: "林晓" });
    const content = {
      title: "好好睡觉",
      body,
      drafts: ["今晚早点睡，一起试试看。"],
      topics: ["睡眠"],
    };
    const { id: contentId } = await api.post<{ id: string }>("/v1/contents", content);
    const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${contentId}/publish`, {
      acceptAchieved: true,
    });
    await finishJob(api, jobId);
    return new Reading(server, api, contentId, senderId);
  }

  /** Prints what was measured, then stops the server. */
  async close(): Promise<void> {
    console.log(this.#table());
    await this.server.close();
  }

  /** A link of its own for each reader. */
  async newLink(): Promise<Link> {
    const channel = `group:${++this.#channels}`;
    const link = { contentId: this.#contentId, senderId: this.#senderId, channel };
    return { ...(await this.#api.post<Omit<Link, "channel">>("/v1/links", link)), channel };
  }

  /** What is known of a link's readers by now, the shortest visit first. */
  async visits(channel: string): Promise<Visit[]> {
    const { items } = await this.#api.get<{ items: Visit[] }>(
      `/v1/visits?contentId=${this.#contentId}&limit=200`,
    );
    return items
      .filter((visit) => visit.channel === channel)
      .toSorted((a, b) => a.engagedMs - b.engagedMs);
  }

  /** Waits until a link's visits have told all and have the engaged times that are true, each within a second. */
  async findVisits(channel: string, ...truths: number[]): Promise<Visit[]> {
    const inOrder = truths.toSorted((a, b) => a - b);
    return await vi.waitFor(
      async () => {
        const visits = await this.visits(channel);
        expect(visits).toHaveLength(inOrder.length);
        // Until then a beat is on its way that says more.
        expect(visits.map(({ confidence }) => confidence)).toEqual(visits.map(() => "complete"));
        for (const [at, truth] of inOrder.entries()) {
          expect(Math.abs((visits[at]?.engagedMs ?? 0) - truth)).toBeLessThan(1000);
        }
        const measured = visits.map(({ engagedMs }) => engagedMs);
        this.#seen.push([expect.getState().currentTestName ?? "", inOrder, measured]);
        return visits;
      },
      { timeout: 20_000, interval: 250 },
    );
  }

  /** Other pages by path, in each of which ORIGIN and CODE stand for the server and the link. */
  async foreignSite(link: Link, pages: Readonly<Record<string, string>>): Promise<ForeignSite> {
    const site: Server = createServer((request, response) => {
      const html = pages[new URL(request.url ?? "", "http://localhost").pathname];
      response.writeHead(html === undefined ? 404 : 200, {
        "Content-Type": "text/html; charset=utf-8",
      });
      response.end(html?.replaceAll("ORIGIN", this.server.url).replaceAll("CODE", link.code));
    });
    await new Promise<void>((resolve) => site.listen(0, "localhost", resolve));
    return {
      url: `http://localhost:${(site.address() as AddressInfo).port}`,
      close: () => {
        site.closeAllConnections();
        site.close();
      },
    };
  }

  #table(): string {
    const seconds = (times: readonly number[]) =>
      times.map((ms) => (ms / 1000).toFixed(2)).join(" + ");
    const rows = this.#seen.map(([name, truths, measured]) => {
      const errors = truths.map((truth, at) => Math.abs((measured[at] ?? 0) - truth));
      return `| ${name} | ${seconds(truths)} | ${seconds(measured)} | ${seconds([Math.max(0, ...errors)])} |`;
    });
    return ["| reader | true, s | measured, s | error, s |", ...rows].join("\n");
  }
}

/** The example page of the docs, as a page of `foreignSite`. */
export async function examplePage(): Promise<string> {
  const example = await readFile(new URL("../../docs/embed-example.html", import.meta.url), "utf8");
  return example.replaceAll("https://starling.example", "ORIGIN").replaceAll("aCODE", "CODE");
}
