/** Figures of reports: sections, and fair comparisons. */
export { type Compared, compared } from "./compare.ts";
export {
  FEWEST_READERS_TOLD,
  type SectionFigures,
  type SectionSums,
  sectionFigures,
  type Told,
  told,
} from "./sections.ts";
