/** How sure a rate is, and which of many groups are the better kind. */
export { betaCdf, betaQuantile, lnBeta, lnGamma } from "./beta.ts";
export { cutList, fitMixture, type Mixture, type Signals } from "./mixture.ts";
export { type Prior, priorOf, type Rate, rateOf, type Trials } from "./rate.ts";
