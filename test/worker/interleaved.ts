/** Puts the trips that several pieces of work make to D1 into an order that fast-check chooses, or ends one of them. */
import type fc from "fast-check";
import { vi } from "vitest";
import { env } from "./world.ts";

const asking = ["all", "first", "run", "raw"] as const;
type Ask = (...given: unknown[]) => Promise<unknown>;

/** What becomes of each trip: called in its stead, with the trip to make and what it asks. */
type Guide = (trip: () => Promise<unknown>, texts: readonly string[]) => Promise<unknown>;

/**
 * Has every trip to D1 go by a guide until the function that it returns is called. An event of a real queue would make its
 * trips among them, by luck, and wait for what is of another event: throws unless jobs are delivered by the test itself,
 * from before anything is published.
 */
function guideTrips(guide: Guide): () => void {
  if (!vi.isMockFunction(env.JOBS.send)) throw new Error("Mock env.JOBS.send before publishing.");
  const prepare = env.DB_A.prepare.bind(env.DB_A);
  const batch = env.DB_A.batch.bind(env.DB_A);
  // A batch takes D1's own statements alone.
  const own = new WeakMap<D1PreparedStatement, { plain: D1PreparedStatement; text: string }>();
  const plainOf = (statement: D1PreparedStatement) => own.get(statement)?.plain ?? statement;
  const guided = (statement: D1PreparedStatement, text: string): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (name === "bind") return (...params: unknown[]) => guided(target.bind(...params), text);
        if (!(asking as readonly unknown[]).includes(name)) return value.bind(target);
        return (...given: unknown[]) => guide(() => (value as Ask).apply(target, given), [text]);
      },
    });
    own.set(proxy, { plain: statement, text });
    return proxy;
  };
  const spies = [
    vi.spyOn(env.DB_A, "prepare").mockImplementation((sql) => guided(prepare(sql), sql)),
    vi.spyOn(env.DB_A, "batch").mockImplementation((statements) => {
      const texts = statements.map((statement) => own.get(statement)?.text ?? "");
      return guide(() => batch(statements.map(plainOf)), texts) as never;
    }),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}

/**
 * Does several things at once, each trip of any of them to D1 when the scheduler says so, and never two at
 * a time. Gives what became of each.
 */
export async function interleaved<T>(
  scheduler: fc.Scheduler,
  works: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  let inFlight: Promise<unknown> = Promise.resolve();
  const end = guideTrips(async (trip) => {
    await scheduler.schedule(Promise.resolve(), "a trip to D1");
    const made = trip();
    inFlight = made.catch(() => undefined);
    return await made;
  });
  try {
    const all = Promise.allSettled(works.map((work) => work()));
    return await scheduler.waitFor(all, async (choose) => {
      await choose();
      // Its trip begins in the next turn of the loop; the next one waits for its end.
      await new Promise((done) => setTimeout(done, 0));
      await inFlight;
    });
  } finally {
    end();
  }
}

/** Does something while the trip of this number to D1, counted from 0, fails; says whether it came to that. */
export async function failingAt(failing: number, work: () => Promise<unknown>): Promise<boolean> {
  let made = 0;
  const end = guideTrips(async (trip) => {
    if (made++ === failing) throw new Error("D1 is overloaded");
    return await trip();
  });
  try {
    await work();
  } finally {
    end();
  }
  return made > failing;
}

/** Does something, and something else whole in the moment before its first trip with such a statement; says whether it came to that. */
export async function overtaken(
  text: string,
  other: () => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<boolean> {
  let came = false;
  const end = guideTrips(async (trip, texts) => {
    if (!came && texts.some((one) => one.includes(text))) {
      came = true;
      await other();
    }
    return await trip();
  });
  try {
    await work();
  } finally {
    end();
  }
  return came;
}
