/** Type-checks every room by its own tsconfig, so that each sees only what exists where it runs. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { build } from "./build.ts";

const rooms = [
  "src/domain",
  "src/variation",
  "src/tracking",
  "src/tracking/client",
  "src/insight",
  "src/storage",
  "src/integrations",
  "src/usecases",
  "src/pages",
  "src/pages/reader/client",
  "src/pages/kit/client",
  "src/pages/console/client",
  "src/pages/site/client",
  "src/routes",
  ".",
  "test",
  "test/worker",
  "scripts",
  "scripts/local/entry",
  "bench/campaign",
  "bench/ingest",
  "bench/open",
];

await build();
// A room whose walls stand before anything is in it would be an error to the compiler.
const furnished = rooms.filter((room) => readdirSync(room).length > 1);
const failed = furnished.filter((room) => {
  const { status } = spawnSync("tsc", ["-p", `${room}/tsconfig.json`], { stdio: "inherit" });
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`Type errors in: ${failed.join(", ")}`);
  process.exit(1);
}
console.log(`types: ${furnished.length} rooms clean`);
