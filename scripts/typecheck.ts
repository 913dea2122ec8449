/**
 * Type-checks every room by a tsconfig that knows no more than exists where it runs. Rooms with the same surroundings are
 * one program: the Worker's are the root's, beside whatever else runs in workerd without a test's helpers.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { build } from "./build.ts";

/** The costliest first, so that the last to end is a small one. */
const rooms = [
  "test/worker",
  ".",
  "test",
  "bench/campaign",
  "scripts",
  "src/variation",
  "src/insight",
  "src/pages/console/client",
  "src/pages/kit/client",
  "src/pages/reader/client",
  "src/pages/site/client",
  "src/tracking",
  "src/tracking/client",
  "src/domain",
];

await build();
const waiting = [...rooms];
const failed: string[] = [];
await Promise.all(Array.from({ length: availableParallelism() }, work));
if (failed.length > 0) {
  console.error(`Type errors in: ${failed.join(", ")}`);
  process.exit(1);
}
console.log(`types: ${rooms.length} programs clean`);

async function work(): Promise<void> {
  for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
    if (!(await isClean(room))) failed.push(room);
  }
}

function isClean(room: string): Promise<boolean> {
  const checked = Promise.withResolvers<boolean>();
  const compiler = spawn("tsc", ["-p", `${room}/tsconfig.json`], { stdio: "inherit" });
  compiler.once("error", checked.reject);
  compiler.once("close", (status) => checked.resolve(status === 0));
  return checked.promise;
}
