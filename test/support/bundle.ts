import { bundleWorker } from "../../scripts/bundle.ts";

/** Bundles the Worker once for all browser tests. */
export const setup = bundleWorker;
