import { beforeAll, expect, test } from "vitest";
import { scenarios } from "../../../bench/read-time/scenarios.ts";
import { outcomeOf } from "../../../bench/read-time.bench.ts";
import { bundlePageScript } from "../../../scripts/build-page-script.ts";

let source = "";
beforeAll(async () => {
  source = await bundlePageScript(true);
});

test.each(scenarios)("$name: within $allowed s ($because)", async (scenario) => {
  expect((await outcomeOf(scenario, source)).error).toBeLessThanOrEqual(scenario.allowed);
});
