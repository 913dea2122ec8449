/** What a story is, and what it is played on: one server, and as many pages as it opens. */
import { FakePage, type FakePageOptions, type FakeSection } from "../../test/support/fake-page.ts";
import { FakeServer, type FakeServerOptions } from "../../test/support/fake-server.ts";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** Why a visit may be off, which is also what it must say of itself if it is. */
export type Because = "the page is told" | "killed: one checkpoint" | "the idle limit";

export interface Story {
  name: string;
  /** Engaged seconds that are true, one a visit that is to be found. */
  truth: number[];
  /** Most that a visit may be off by, in seconds, and why. */
  allowed: number;
  because: Because;
  /** The server hears of it once alone, so it is no read and says `doubtful`. */
  isHeardOnce?: boolean;
  /** On a page of somebody else's, with the script for those, instead of a page of ours. */
  isEmbedded?: boolean;
  play(reader: Reader): Promise<void>;
  serving?: Partial<FakeServerOptions>;
}

/** The two scripts as they are served. */
export interface Sources {
  core: string;
  full: string;
}

/** Six sections of two windows each, 45 s of text apiece: half of it on the screen at a time. */
export const SECTIONS: FakeSection[] = Array.from({ length: 6 }, (_, at) => ({
  height: 1600,
  expectedMs: 45 * SECOND,
  id: `s${at}`,
}));

export class Reader {
  readonly server: FakeServer;
  private readonly sources: Sources;
  private readonly isEmbedded: boolean;

  constructor(sources: Sources, { serving = {}, isEmbedded = false }: Partial<Story> = {}) {
    this.sources = sources;
    this.isEmbedded = isEmbedded;
    this.server = new FakeServer({ sectionCount: 60, ...serving });
  }

  /** Opens the page of a shared link, or with `isEmbedded` one of somebody else's. */
  open(options: Partial<FakePageOptions> = {}): FakePage {
    const { server, sources } = this;
    const embedded = {
      source: sources.full,
      dataset: { link: "aCode" },
      address: "https://shop.example/offer?sl=aCode.aTheirs",
    };
    const own = { source: sources.core, token: this.isEmbedded ? "" : server.token() };
    return new FakePage({
      network: server,
      sections: SECTIONS,
      ...(this.isEmbedded ? embedded : own),
      ...options,
    });
  }
}

/** Reads on with a scroll about every six seconds, as long as it takes. */
export async function readSteadily(page: FakePage, ms: number): Promise<void> {
  const pace = 6 * SECOND;
  let left = ms;
  for (; left > pace; left -= pace) {
    await page.pass(pace);
    await page.scrollTo(page.scrollTop + 200);
  }
  await page.pass(left);
}
