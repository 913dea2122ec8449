/** `node bench/campaign/run.ts SENDERS VIEWERS SEED`: plays a campaign and prints what was recovered, as JSON. */
import { planCampaign } from "./plan.ts";
import { scoreCampaign } from "./score.ts";
import { openWorld, playCampaign } from "./world.ts";

const [senders = 200, viewers = 20_000, seed = 7] = process.argv.slice(2).map(Number);
let state = seed;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const plan = planCampaign({ senders, viewers, seed });
const world = await openWorld(plan);
const begun = performance.now();
await playCampaign(world, plan, random);
const seconds = Math.round((performance.now() - begun) / 100) / 10;
console.log(JSON.stringify({ ...(await scoreCampaign(world, plan)), seconds }));
