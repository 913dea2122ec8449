/** Node kinds: broadcasters and trusted nodes, with figures that say how sure that is. */
export { kindWords } from "./explain.ts";
export { figuresOf, type JudgedTree, type NodeFigures } from "./figures.ts";
export {
  FEWEST_NODES,
  FEWEST_READERS,
  type JudgedNode,
  kindsOf,
  type NodeKind,
  type NodeKinds,
  type TrustVerdict,
} from "./node-kind.ts";
export { isQualified } from "./qualified.ts";
