import { floatAt, intAt } from "../stats/at";
import { priorStrength, type Tally } from "../stats/prior-strength";

const HOURS = 24;
/** So many customers tell how much people differ. */
const SAMPLE = 5000;
/** An hour that the company has tried less often than this is nobody's best one. */
const FEWEST_MESSAGES = 30;

/** Messages by customer and hour on the customer's own clock: the cell of customer c and hour h is 24 c + h. */
export type HourCounts = { customers: number; sent: Int32Array; opened: Int32Array };

/** Rates at which messages are opened, each level shrunk to the one above it. */
export type HourModel = {
  /** of all messages, 0 to 1 */
  overall: number;
  /** the company's, by hour */
  company: Float64Array;
  companySent: Float64Array;
  /** how many messages the overall rate is worth against an hour's own */
  companyStrength: number;
  /** how many messages the company's rates are worth against a person's own level */
  levelStrength: number;
  /** how many messages a person's level is worth against their own rate at one hour */
  hourStrength: number;
};

/** The strengths depend on each other a little: so many rounds settle them. */
const ROUNDS = 4;
const FIRST_STRENGTH = 20;

/**
 * How often messages are opened by hour, for the company and its people, by empirical Bayes: an hour is pulled to the mean of
 * all hours, a person to the company, a person's hour to what that person's level and the company's hour make together (added
 * as log odds). How hard each pulls is the strength of a beta prior that makes the counts most likely; a person's level is
 * judged by each hour as far as hours of one person agree (the weights of a hierarchical linear model: Gelman & Hill 2007,
 * Data Analysis Using Regression, ch. 12). Null where all or none of the messages were opened: nothing tells hours apart.
 */
export function fitHours(counts: HourCounts): HourModel | null {
  const companySent = byHour(counts.sent);
  const companyOpened = byHour(counts.opened);
  const sent = total(companySent);
  const opened = total(companyOpened);
  if (opened === 0 || opened === sent) return null;
  const overall = opened / sent;
  const hours = Array.from(companySent, (trials, hour): Tally => {
    return { successes: floatAt(companyOpened, hour), trials, mean: overall };
  });
  const companyStrength = priorStrength(hours.filter(({ trials }) => trials > 0));
  const company = Float64Array.from(hours, (hour) => shrunk(hour, companyStrength));
  let model: HourModel = {
    overall,
    company,
    companySent,
    companyStrength,
    levelStrength: FIRST_STRENGTH,
    hourStrength: FIRST_STRENGTH,
  };
  for (let round = 0; round < ROUNDS; round++) {
    model = { ...model, levelStrength: priorStrength(levelTallies(counts, model)) };
    model = { ...model, hourStrength: priorStrength(hourTallies(counts, model)) };
  }
  return model;
}

/** One customer's rate without regard to hours, as if all messages had gone out at an average one. */
export const levelOf = (counts: HourCounts, customer: number, model: HourModel): number =>
  shrunk(levelTally(counts, customer, model, null), model.levelStrength);

/** One customer's rate at an hour, given the customer's level. */
export function rateAt(
  counts: HourCounts,
  customer: number,
  hour: number,
  level: number,
  model: HourModel,
): number {
  return shrunk(cellTally(counts, customer, hour, level, model), model.hourStrength);
}

/**
 * The hour at which a customer is most likely to open, and how likely. Of equally good ones it is the hour that the company
 * has used most. Hours with fewer than 30 messages of the company are not considered, unless there are no others.
 */
export function bestHour(
  counts: HourCounts,
  customer: number,
  model: HourModel,
): { hour: number; rate: number } {
  const level = levelOf(counts, customer, model);
  let best = { hour: 0, rate: -1, sent: 0 };
  for (const hour of triedHours(model)) {
    const rate = rateAt(counts, customer, hour, level, model);
    const sent = floatAt(model.companySent, hour);
    if (rate > best.rate || (rate === best.rate && sent > best.sent)) best = { hour, rate, sent };
  }
  return { hour: best.hour, rate: best.rate };
}

function triedHours({ companySent }: HourModel): number[] {
  const hours = [...companySent.keys()];
  const tried = hours.filter((hour) => floatAt(companySent, hour) >= FEWEST_MESSAGES);
  return tried.length > 0 ? tried : hours.filter((hour) => floatAt(companySent, hour) > 0);
}

const shrunk = ({ successes, trials, mean }: Tally, strength: number): number =>
  (successes + strength * mean) / (trials + strength);

/**
 * What a customer opened of how many average messages, each hour weighed by what it says about the customer's level; one hour
 * may be left out.
 */
function levelTally(
  { sent, opened }: HourCounts,
  customer: number,
  model: HourModel,
  without: number | null,
): Tally {
  const { overall, company, hourStrength } = model;
  let successes = 0;
  let trials = 0;
  for (let hour = 0; hour < HOURS; hour++) {
    const n = intAt(sent, customer * HOURS + hour);
    if (n === 0 || hour === without) continue;
    const weight = hourStrength / (n + hourStrength);
    successes += weight * intAt(opened, customer * HOURS + hour);
    trials += (weight * n * floatAt(company, hour)) / overall;
  }
  // at a poor hour a message is less than an average one: still, no more is opened than was sent
  return { successes, trials: Math.max(successes, trials), mean: overall };
}

function cellTally(
  counts: HourCounts,
  customer: number,
  hour: number,
  level: number,
  model: HourModel,
): Tally {
  const cell = customer * HOURS + hour;
  const odds = logOdds(level) + logOdds(floatAt(model.company, hour)) - logOdds(model.overall);
  return {
    successes: intAt(counts.opened, cell),
    trials: intAt(counts.sent, cell),
    mean: 1 / (1 + Math.exp(-odds)),
  };
}

const logOdds = (rate: number): number => Math.log(rate / (1 - rate));

function levelTallies(counts: HourCounts, model: HourModel): Tally[] {
  const step = Math.ceil(counts.customers / SAMPLE);
  const tallies: Tally[] = [];
  for (let customer = 0; customer < counts.customers; customer += step) {
    const tally = levelTally(counts, customer, model, null);
    if (tally.trials > 0) tallies.push(tally);
  }
  return tallies;
}

/** Each cell against what the customer's other hours let expect of it. */
function hourTallies(counts: HourCounts, model: HourModel): Tally[] {
  const step = Math.ceil(counts.customers / SAMPLE);
  const tallies: Tally[] = [];
  for (let customer = 0; customer < counts.customers; customer += step)
    for (let hour = 0; hour < HOURS; hour++) {
      if (intAt(counts.sent, customer * HOURS + hour) === 0) continue;
      const others = levelTally(counts, customer, model, hour);
      const level = shrunk(others, model.levelStrength);
      const certainty = others.trials + model.levelStrength;
      tallies.push({ ...cellTally(counts, customer, hour, level, model), certainty });
    }
  return tallies;
}

function byHour(cells: Int32Array): Float64Array {
  const sums = new Float64Array(HOURS);
  for (let cell = 0; cell < cells.length; cell++)
    sums[cell % HOURS] = floatAt(sums, cell % HOURS) + intAt(cells, cell);
  return sums;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
