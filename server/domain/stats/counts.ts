import { standardNormal } from "./standard-normal";

type Random = () => number;

/** Beyond this variance a count is drawn as a rounded normal number. */
const WIDE = 9;

/**
 * How many marked ones are among `draws` taken without putting back from `population`, of which `marked` are marked.
 * Exact one by one while the variance is small; then by the normal approximation, kept to what is possible.
 */
export function hypergeometric(population: number, marked: number, draws: number, random: Random): number {
  if (marked === 1) return random() * population < draws ? 1 : 0;
  if (marked === 0 || draws === 0) return 0;
  const share = draws / population;
  const variance = (marked * share * (1 - share) * (population - marked)) / Math.max(1, population - 1);
  if (variance > WIDE) {
    const drawn = Math.round(marked * share + Math.sqrt(variance) * standardNormal(random));
    return Math.min(marked, draws, Math.max(0, marked + draws - population, drawn));
  }
  // the law is the same with marked and draws exchanged: walk along the shorter
  const steps = Math.min(marked, draws);
  let wanted = Math.max(marked, draws);
  let found = 0;
  for (let i = 0; i < steps; i++) {
    if (random() * (population - i) >= wanted) continue;
    wanted--;
    found++;
  }
  return found;
}

/** A draw from the Poisson distribution: by inversion while the mean is small, then as a rounded normal number. */
export function poisson(mean: number, random: Random): number {
  if (mean > 3 * WIDE) return Math.max(0, Math.round(mean + Math.sqrt(mean) * standardNormal(random)));
  const uniform = random();
  const most = mean + 20 * Math.sqrt(mean) + 20;
  let count = 0;
  let mass = Math.exp(-mean);
  let below = mass;
  while (uniform > below && count < most) {
    count++;
    mass *= mean / count;
    below += mass;
  }
  return count;
}
