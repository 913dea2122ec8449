/** The comings and goings of readers, for any engine, down to the database. */
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { nextCheckpointMs } from "../../src/tracking/protocol.ts";
import type { Engine } from "../support/engine.ts";
import { examplePage, HEADINGS, Reading } from "../support/reading.ts";

const framed = `<!doctype html><meta charset="utf-8"><title>秋季新品</title>
  <script src="ORIGIN/t.js" data-link="CODE" defer></script>
  <section data-section="offer" style="height:700px">三件新品，从这里看起。</section>`;

/** Plays all stories in one engine; `launch` is nothing where it is not installed. */
export function playStories(name: string, launch: (() => Promise<Engine>) | undefined): void {
  if (!launch) console.warn(`${name} is not installed here: its stories are skipped.`);
  describe.skipIf(!launch)(name, () => {
    let reading: Reading;
    let engine: Engine;
    beforeAll(async () => {
      [reading, engine] = await Promise.all([Reading.start(), launch!()]);
    });
    afterAll(async () => {
      await engine?.kill();
      await reading?.close();
    });

    /** When the page script began: deferred scripts run just before this event ends. */
    const begunAt = () =>
      engine.evaluate<number>(
        'performance.timeOrigin + performance.getEntriesByType("navigation")[0].domContentLoadedEventStart',
      );
    const openLink = async () => {
      const { url, channel } = await reading.newLink();
      await engine.goto(url);
      return { channel, begun: await begunAt() };
    };

    test("a page left for another app and come back to is one visit, of a browser that says it is driven", async () => {
      const { channel, begun } = await openLink();
      await setTimeout(1500);
      await engine.setHidden(true);
      const away = Date.now();
      await setTimeout(2500);
      await engine.setHidden(false);
      const back = Date.now();
      await setTimeout(1500);
      await engine.setHidden(true);
      const [visit] = await reading.findVisits(channel, away - begun + (Date.now() - back));
      expect(visit).toMatchObject({ bot: true, device: "phone" });
      await engine.setHidden(false);
    });

    test("a reader who follows a link elsewhere is told of at once", async () => {
      const { channel, begun } = await openLink();
      await setTimeout(2300);
      const truth = Date.now() - begun;
      await engine.goto(`${reading.server.url}/privacy`);
      await reading.findVisits(channel, truth);
    });

    test("going back, from the back/forward cache or loaded anew, is a new visit", async () => {
      const { channel, begun } = await openLink();
      await setTimeout(3200);
      const first = Date.now() - begun;
      await engine.goto(`${reading.server.url}/privacy`);
      await setTimeout(1000);
      await engine.back();
      const back = Date.now();
      await setTimeout(1700);
      const second = Date.now() - back;
      await engine.closeTab();
      await reading.findVisits(channel, first, second);
    });

    test("a closed tab has told all, each section what it was on the screen", async () => {
      const { channel, begun } = await openLink();
      const truths: number[] = [];
      let since = begun;
      for (const at of HEADINGS.keys()) {
        await engine.evaluate(
          `document.querySelectorAll("[data-section]")[${at}].scrollIntoView({ behavior: "instant" }), true`,
        );
        await setTimeout(1700);
        truths.push(Date.now() - since);
        since = Date.now();
      }
      await engine.closeTab();
      const [visit] = await reading.findVisits(channel, since - begun);
      for (const [at, truth] of truths.entries()) {
        expect(Math.abs((visit?.sections[at]?.ms ?? 0) - truth)).toBeLessThan(1000);
      }
    });

    test("somebody else's page is read, and of its frames the one on the screen", async () => {
      const link = await reading.newLink();
      const unseen = await reading.newLink();
      const [shown, hidden] = await Promise.all(
        [link, unseen].map((its) => reading.foreignSite(its, { "/": framed })),
      );
      const host = await reading.foreignSite(link, {
        "/": `<!doctype html><title>frames</title><iframe src="${shown?.url}"></iframe>
          <iframe src="${hidden?.url}" style="display:none"></iframe>`,
        "/offer": await examplePage(),
      });
      await engine.goto(host.url);
      const framesBegun = await begunAt();
      await setTimeout(2000);
      const framesRead = Date.now() - framesBegun;
      await engine.goto(`${host.url}/offer`);
      const begun = await begunAt();
      await setTimeout(3500);
      const read = Date.now() - begun;
      await engine.closeTab();
      await reading.findVisits(link.channel, framesRead, read);
      expect(await reading.visits(unseen.channel)).toEqual([]);
      for (const site of [host, shown, hidden]) site?.close();
    });

    // The last one: the browser is gone with it.
    test("a browser that is killed owes one checkpoint, and its visit does not say complete", async () => {
      const { channel, begun } = await openLink();
      await setTimeout(3000);
      const truth = Date.now() - begun;
      await engine.kill();
      const [visit] = await vi.waitFor(
        async () => {
          const visits = await reading.visits(channel);
          expect(visits).toHaveLength(1);
          return visits;
        },
        { timeout: 20_000, interval: 250 },
      );
      expect(visit?.confidence).toBe("truncated");
      expect(visit?.engagedMs).toBeLessThanOrEqual(truth);
      expect(nextCheckpointMs(visit?.engagedMs ?? 0)).toBeGreaterThan(truth - 1000);
    });
  });
}
