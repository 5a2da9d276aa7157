/** How a person of the demo shop buys: orders a year while active, and since when they are quiet. */
export type Habit = {
  ordersPerYear: number;
  /** days before today at which they first and last might have ordered; null: still active */
  sinceDays: number;
  quietDays: number | null;
  /** how many things go into a basket, on average */
  basket: number;
  favourite: string;
};

export type DemoPerson = {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  city: string;
  postalCode: string;
  country: string;
  timeZone: string;
  vip: boolean;
  consent: "granted" | "withdrawn" | "none";
  habit: Habit;
};

const FIRST =
  "Ada Ben Clara Dev Elena Farid Grace Hugo Ines Jonas Kira Leo Maya Noah Olga Priya Quinn Rosa Sami Tess Uma Viktor Wanda Xavi Yara Zoe Amir Bea Carl Dina".split(
    " ",
  );
const LAST =
  "Abbott Baptiste Calder Dahl Eriksen Farrow Gallo Hadley Iqbal Jansen Keane Lindqvist Moreau Nakamura Osei Prescott Quigley Rossi Sandoval Thorne Umar Vance Whitlock Xiang Yates Zeller".split(
    " ",
  );
const PLACES = [
  { city: "Brooklyn", postalCode: "11201", country: "US", timeZone: "America/New_York", share: 0.3 },
  { city: "Chicago", postalCode: "60614", country: "US", timeZone: "America/Chicago", share: 0.22 },
  { city: "Denver", postalCode: "80203", country: "US", timeZone: "America/Denver", share: 0.12 },
  { city: "Portland", postalCode: "97209", country: "US", timeZone: "America/Los_Angeles", share: 0.22 },
  { city: "Toronto", postalCode: "M5V 2T6", country: "CA", timeZone: "America/Toronto", share: 0.09 },
  { city: "London", postalCode: "E2 8HD", country: "GB", timeZone: "Europe/London", share: 0.05 },
] as const;
const KINDS = [
  { share: 0.24, ordersPerYear: [5, 9], sinceDays: [250, 365], quietDays: null },
  { share: 0.26, ordersPerYear: [5, 8], sinceDays: [300, 365], quietDays: [95, 190] },
  { share: 0.16, ordersPerYear: [4, 7], sinceDays: [320, 365], quietDays: [190, 280] },
  { share: 0.18, ordersPerYear: [3, 6], sinceDays: [20, 120], quietDays: null },
  { share: 0.16, ordersPerYear: [1, 2], sinceDays: [60, 365], quietDays: null },
] as const;
const CATEGORIES = ["Kitchen", "Garden", "Bath", "Living", "Table", "Paper"];

type Random = () => number;

/** The customers of the demo shop: the same people for the same dice. */
export function demoPeople(count: number, random: Random): DemoPerson[] {
  return Array.from({ length: count }, (_, i) => {
    const firstName = pick(FIRST, random);
    const lastName = pick(LAST, random);
    const { share: _share, ...place } = weighted(PLACES, random);
    const vip = random() < 0.04;
    return {
      userId: `C${String(1001 + i)}`,
      firstName,
      lastName,
      email: `${firstName}.${lastName}.${1001 + i}@example.com`.toLowerCase(),
      ...place,
      vip,
      consent: consentOf(random()),
      habit: habitOf(vip, random),
    };
  });
}

const consentOf = (dice: number): DemoPerson["consent"] =>
  dice < 0.88 ? "granted" : dice < 0.94 ? "withdrawn" : "none";

function habitOf(vip: boolean, random: Random): Habit {
  const kind = weighted(KINDS, random);
  return {
    ordersPerYear: between(kind.ordersPerYear, random) * (vip ? 1.6 : 1),
    sinceDays: between(kind.sinceDays, random),
    quietDays: kind.quietDays === null ? null : between(kind.quietDays, random),
    basket: vip ? 4 : 1 + random() * 2,
    favourite: pick(CATEGORIES, random),
  };
}

const between = ([low, high]: readonly [number, number], random: Random) => low + random() * (high - low);

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

/** Picks by `share`; shares add up to 1. */
function weighted<Item extends { share: number }>(items: readonly Item[], random: Random): Item {
  let left = random();
  for (const item of items) {
    left -= item.share;
    if (left < 0) return item;
  }
  return pick(items, random);
}
