/** Answers the value at a point and writes the slope there. A value that is not finite lies outside of what is defined. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export type Minimum = {
  at: Float64Array;
  value: number;
  /** the steepest part of the slope that is left */
  slope: number;
  rounds: number;
  /** false: rounds ran out, or hardly anything is gained although the slope is not flat */
  isConverged: boolean;
};

type Settings = {
  mostRounds?: number;
  /** done when no part of the slope is above this */
  slopeTolerance?: number;
  /** no step moves one coordinate further, so that a flat start cannot throw the search away */
  longestStep?: number;
};

type Place = { at: Float64Array; gradient: Float64Array; value: number };
/** What a step changed: `s` in place, `y` in slope. */
type Pair = { s: Float64Array; y: Float64Array; sy: number };

const MEMORY = 12;
const MOST_TRIES = 50;
/** Armijo's and the curvature condition's share (Nocedal & Wright 2006, § 3.1). */
const ENOUGH = 1e-4;
const CURVATURE = 0.9;
/** So many rounds that each gain no more than this share of the value: nothing is left to be gained. */
const PATIENCE = 12;
const GAIN = 1e-13;
/** What rounding may make of two equal sums over a million rows, relative to them. */
const ROUNDING = 1e-10;

/**
 * The lowest point near `start` of a smooth function with a known slope, by L-BFGS. A local minimum: callers with several
 * try several starts.
 *
 * Source: Nocedal & Wright 2006, Numerical Optimization, algorithms 7.4 and 7.5; the line search bisects a bracket by the
 * weak Wolfe conditions (Lewis & Overton 2013, Mathematical Programming 141, 135–163), with Hager and Zhang's approximate
 * condition (2005, SIAM Journal on Optimization 16, 170–192) where rounding hides the descent.
 */
export function minimise(objective: Objective, start: ArrayLike<number>, settings: Settings = {}): Minimum {
  const { mostRounds = 500, slopeTolerance = 1e-9, longestStep = 2 } = settings;
  let here = placeAt(objective, Float64Array.from(start));
  if (!Number.isFinite(here.value))
    throw new RangeError("minimise needs a start at which the value is finite");
  const pairs: Pair[] = [];
  let rounds = 0;
  let stalled = 0;
  while (steepest(here.gradient) > slopeTolerance && rounds < mostRounds && stalled < PATIENCE) {
    const way = descent(here.gradient, pairs);
    shorten(way, longestStep);
    const next = lineSearch(objective, here, way, longestStep);
    if (next === null) {
      if (pairs.length === 0) break;
      pairs.length = 0; // curvature that misleads is forgotten: steepest descent once more
      continue;
    }
    remember(pairs, here, next);
    stalled = here.value - next.value > GAIN * Math.abs(here.value) ? 0 : stalled + 1;
    here = next;
    rounds++;
  }
  const slope = steepest(here.gradient);
  return { at: here.at, value: here.value, slope, rounds, isConverged: slope <= slopeTolerance };
}

function placeAt(objective: Objective, at: Float64Array): Place {
  const gradient = new Float64Array(at.length);
  return { at, gradient, value: objective(at, gradient) };
}

/** Minus the slope times the inverse curvature that the last steps tell: the two-loop recursion. */
function descent(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const way = gradient.map((slope) => -slope);
  const alphas = new Float64Array(pairs.length);
  for (let i = pairs.length - 1; i >= 0; i--) {
    const pair = pairs[i];
    if (pair === undefined) continue;
    const alpha = dot(pair.s, way) / pair.sy;
    alphas[i] = alpha;
    add(way, pair.y, -alpha);
  }
  const last = pairs.at(-1);
  const scale = last === undefined ? 1 / Math.max(1, steepest(gradient)) : last.sy / dot(last.y, last.y);
  for (let i = 0; i < way.length; i++) way[i] = (way[i] ?? 0) * scale;
  for (const [i, pair] of pairs.entries()) {
    const beta = dot(pair.y, way) / pair.sy;
    add(way, pair.s, (alphas[i] ?? 0) - beta);
  }
  return way;
}

/** Null: no step along `way` leads down. */
function lineSearch(objective: Objective, from: Place, way: Float64Array, longest: number): Place | null {
  const slope0 = dot(from.gradient, way);
  if (!(slope0 < 0)) return null;
  const furthest = longest / steepest(way);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let step = 1;
  let best: Place | null = null;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const at = from.at.slice();
    add(at, way, step);
    const place = placeAt(objective, at);
    const slope = dot(place.gradient, way);
    if (!isLower(from.value, place.value, slope0, slope, step)) high = step;
    else if (slope < CURVATURE * slope0 && step < furthest) {
      best = place;
      low = step;
    } else return place;
    step = high < Number.POSITIVE_INFINITY ? (low + high) / 2 : Math.min(furthest, 2 * step);
    if (high - low < 1e-16 * high) break;
  }
  return best;
}

function isLower(value0: number, value: number, slope0: number, slope: number, step: number): boolean {
  if (!(Number.isFinite(value) && Number.isFinite(slope))) return false;
  if (value <= value0 + ENOUGH * step * slope0) return true;
  return value <= value0 + ROUNDING * Math.abs(value0) && slope <= (2 * ENOUGH - 1) * slope0;
}

function remember(pairs: Pair[], from: Place, to: Place): void {
  const s = to.at.map((value, i) => value - (from.at[i] ?? 0));
  const y = to.gradient.map((value, i) => value - (from.gradient[i] ?? 0));
  const sy = dot(s, y);
  // only upward curvature keeps the next way pointing down
  if (!(sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
  pairs.push({ s, y, sy });
  if (pairs.length > MEMORY) pairs.shift();
}

function shorten(way: Float64Array, longest: number): void {
  const length = steepest(way);
  if (length <= longest) return;
  for (let i = 0; i < way.length; i++) way[i] = ((way[i] ?? 0) * longest) / length;
}

function steepest(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (!(Math.abs(value) <= most)) most = Math.abs(value);
  return most;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + times * (what[i] ?? 0);
}
