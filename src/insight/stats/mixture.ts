/**
 * Which of many groups belong to the better kind, when nobody says which are: two kinds, each with
 * beta-binomial rates, fitted by expectation and maximisation. A list is then cut so that the share of
 * wrong names on it is expected to stay below a bound; a bound per group would name too many, since
 * two hundred questions are asked at once (Efron, Large-Scale Inference, 2010, chapter 5).
 */
import { lnBeta } from "./beta.ts";
import { type Prior, priorOf, type Trials } from "./rate.ts";

/** For each group its trials by signal, in the same order for all; a signal may have no trials. */
export type Signals = readonly Trials[];

export type Mixture = {
  /** Probability of the better kind, by group. */
  readonly better: readonly number[];
  /** How much better two kinds explain the trials than one, in units of the log likelihood, less the
   *  price of the parameters added (half of BIC's difference); below 0 there is no second kind. */
  readonly gain: number;
};

const ROUNDS = 300;
const STARTS = [0.05, 0.15, 0.3];
/** Correlation within a group, 1 / (a + b + 1), stays in what a prior of 2 to 1,000 trials means. */
const LEAST_CORRELATION = 1 / 1001;
const MOST_CORRELATION = 1 / 3;

/** One signal's rates: those of the common kind and of the better one, equally spread in both. */
type SignalFit = {
  common: number;
  better: number;
  correlation: number;
};

/** Fits two kinds to groups; of several beginnings the likeliest end. */
export function fitMixture(groups: readonly Signals[]): Mixture {
  const nobody = groups.map(() => 0);
  const alone = climb(groups, nobody);
  let best: Climbed | null = null;
  for (const share of STARTS) {
    const end = climb(groups, beginning(groups, share));
    if (end && (!best || end.likelihood > best.likelihood)) best = end;
  }
  if (!best || !alone) return { better: nobody, gain: -Infinity };
  // Added: a share, and a rate for every signal.
  const price = (((groups[0]?.length ?? 0) + 1) / 2) * Math.log(groups.length);
  return {
    better: best.better,
    gain: best.likelihood - alone.likelihood - price,
  };
}

/**
 * The longest list, likeliest first, of which a share of at most `falseShare` is expected to be wrong.
 *
 * @returns indices of groups; ties in the order of the groups
 */
export function cutList(better: readonly number[], falseShare: number): number[] {
  const order = better.map((_, at) => at);
  order.sort((x, y) => (better[y] ?? 0) - (better[x] ?? 0) || x - y);
  let wrong = 0;
  let length = 0;
  for (const [at, group] of order.entries()) {
    wrong += 1 - (better[group] ?? 0);
    if (wrong / (at + 1) <= falseShare) length = at + 1;
  }
  return order.slice(0, length);
}

/** A guess to begin with: the given share of groups, those best in all signals together. */
function beginning(groups: readonly Signals[], share: number): number[] {
  const priors = signalsOf(groups).map((signal) => priorOf(signal));
  const merit = groups.map((group) =>
    group.reduce((total, { hits, trials }, signal) => {
      const { a, b } = priors[signal] as Prior;
      const mean = a / (a + b);
      return total + (hits - trials * mean) / Math.sqrt(mean * (1 - mean) * (trials + a + b));
    }, 0),
  );
  const order = merit.map((_, at) => at).sort((x, y) => (merit[y] ?? 0) - (merit[x] ?? 0) || x - y);
  const better = merit.map(() => 0.02);
  for (const at of order.slice(0, Math.max(2, Math.round(share * order.length)))) better[at] = 0.9;
  return better;
}

type Climbed = {
  better: number[];
  likelihood: number;
};

/** Expectation and maximisation by turns. Nobody being better at the beginning, nobody will be. */
function climb(groups: readonly Signals[], start: readonly number[]): Climbed | null {
  const signals = signalsOf(groups);
  const fits = signals.map((): SignalFit => ({ common: 0, better: 0, correlation: 0.03 }));
  let better = [...start];
  let likelihood = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, signal] of signals.entries()) refit(fits[at] as SignalFit, signal, better);
    // The better kind is better in every signal, or it is some other difference.
    if (fits.some((fit) => fit.better < fit.common)) return null;
    const share = better.reduce((sum, p) => sum + p, 0) / groups.length;
    const high = fits.map(({ better: mean, correlation }) => kindOf(mean, correlation));
    const low = fits.map(({ common: mean, correlation }) => kindOf(mean, correlation));
    let total = 0;
    better = groups.map((group) => {
      const yes = share > 0 ? Math.log(share) + logLikelihood(group, high) : -Infinity;
      const no = Math.log1p(-share) + logLikelihood(group, low);
      const top = Math.max(yes, no);
      const both = top + Math.log(Math.exp(yes - top) + Math.exp(no - top));
      total += both;
      return Math.exp(yes - both);
    });
    const settled = Math.abs(total - likelihood) < 1e-5;
    likelihood = total;
    if (settled) break;
  }
  return { better, likelihood };
}

/** One step of a signal's rates and spread, by weighted moments. */
function refit(fit: SignalFit, groups: readonly Trials[], better: readonly number[]): void {
  const common = better.map((p) => 1 - p);
  fit.common = meanOf(groups, common, fit.correlation);
  fit.better = Math.max(...better) > 0 ? meanOf(groups, better, fit.correlation) : fit.common;
  let excess = 0;
  let scale = 0;
  for (const [at, { hits, trials: n }] of groups.entries()) {
    if (n < 2) continue;
    const weight = (n - 1) / (1 + (n - 1) * fit.correlation) ** 2;
    for (const [p, mean] of [
      [better[at] ?? 0, fit.better],
      [common[at] ?? 0, fit.common],
    ] as const) {
      const square = (hits - n * mean) ** 2 / (n * mean * (1 - mean));
      excess += p * weight * (square - 1);
      scale += p * weight * (n - 1);
    }
  }
  const correlation = scale > 0 ? excess / scale : 0;
  fit.correlation = Math.min(MOST_CORRELATION, Math.max(LEAST_CORRELATION, correlation));
}

/** A rate over groups, each weighed by what its trials are worth when groups differ. */
function meanOf(groups: readonly Trials[], weights: readonly number[], correlation: number) {
  let hits = 0.5;
  let trials = 1;
  for (const [at, group] of groups.entries()) {
    if (group.trials === 0) continue;
    const weight = (weights[at] ?? 0) / (1 + (group.trials - 1) * correlation);
    hits += weight * group.hits;
    trials += weight * group.trials;
  }
  return hits / trials;
}

function signalsOf(groups: readonly Signals[]): Trials[][] {
  return (groups[0] ?? []).map((_, signal) => groups.map((group) => group[signal] as Trials));
}

function kindOf(mean: number, correlation: number): Prior {
  const worth = 1 / correlation - 1;
  return { a: mean * worth, b: (1 - mean) * worth };
}

/** Without the binomial coefficients, which are the same for both kinds. */
function logLikelihood(group: Signals, kind: readonly Prior[]): number {
  return group.reduce((total, { hits, trials }, signal) => {
    if (trials === 0) return total;
    const { a, b } = kind[signal] as Prior;
    return total + lnBeta(a + hits, b + trials - hits) - lnBeta(a, b);
  }, 0);
}
