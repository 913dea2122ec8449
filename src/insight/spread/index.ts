/** The spread tree: who opened through whom, what it is worth, and how it is drawn. */
export { type ChannelReach, reachByChannel } from "./channels.ts";
export { type Edges, immediateDominators } from "./dominators.ts";
export { forgotten, type People, touchesOf } from "./identity.ts";
export { type DrawnNode, type DrawnTree, type LayoutLimits, layoutOf } from "./layout.ts";
export { depthsOf, metricsOf, metricsOfAll, type SpreadMetrics, subtreeSizes } from "./metrics.ts";
export { foldTouches, mergeNodes, nodesOf, type SpreadNode, type Touch } from "./node.ts";
export {
  type Introductions,
  introductions,
  type PathLimits,
  type Step,
  type Tie,
} from "./paths.ts";
export { type ShownTree, shownTree, underOneRoot } from "./shown.ts";
export { parentOf, type SpreadTree, treeOf } from "./tree.ts";
export { type Worth, worthOf, worthWords } from "./worth.ts";
