import { beforeAll } from "vitest";
import type { Sources } from "../../../../bench/read-time/reader.ts";
import { bundleSources } from "../../../../bench/read-time.bench.ts";
import { FakePage, type FakePageOptions, type FakeSection } from "../../../support/fake-page.ts";
import { FakeServer, type FakeServerOptions } from "../../../support/fake-server.ts";

export const TICK = 500;

/** Three sections: one and a half windows, half a window, three windows. */
export const SECTIONS: FakeSection[] = [
  { height: 1200, expectedMs: 40_000, id: "s0" },
  { height: 400, expectedMs: 10_000, id: "s1" },
  { height: 2400, expectedMs: 60_000, id: "s2" },
];

const sources: Partial<Sources> = {};
beforeAll(async () => {
  Object.assign(sources, await bundleSources());
});

export type Script = "core" | "full";

/** A page with a token and one of the two scripts, and the server that it tells. */
export function read(
  script: Script,
  options: Partial<FakePageOptions> = {},
  serving: Partial<FakeServerOptions> = {},
) {
  const server = new FakeServer({ sectionCount: SECTIONS.length, ...serving });
  const page = new FakePage({
    source: sources[script] ?? "",
    network: server,
    sections: SECTIONS,
    token: server.token(),
    ...options,
  });
  const engaged = () => server.rows().map((row) => row.engagedMs);
  return { server, page, engaged };
}

/** The fields of a beat by name. */
export function fieldsOf(beat: string) {
  const [version, token, seq, why, flags, engaged, idle, trust, scroll, sections] = beat.split(" ");
  return { version, token, seq, why, flags, engaged, idle, trust, scroll, sections };
}
