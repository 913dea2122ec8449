/** Figures of reports: medians that can be put together, sections, fair comparisons. */
export { type Compared, compared } from "./compare.ts";
export { addEngaged, type EngagedHistogram, medianEngaged, mergeHistograms } from "./histogram.ts";
export {
  FEWEST_READERS_TOLD,
  type SectionFigures,
  type SectionSums,
  sectionFigures,
  type Told,
  told,
} from "./sections.ts";
