import { between, pick, type Random, weighted } from "./dice";

/** How a person of the demo shop buys: orders a year while active, and since when they are quiet. */
export type Habit = {
  ordersPerYear: number;
  /** days before today of their very first order, which may lie before the shop's records */
  sinceDays: number;
  /** days before today of the last order that they could have made; null: still active */
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
  /** what they said about marketing mail with their first order, and how many days later they took it back */
  consent: { given: boolean; withdrawnAfterDays: number | null };
  habit: Habit;
};

const FIRST =
  "Ada Ben Clara Dev Elena Farid Grace Hugo Ines Jonas Kira Leo Maya Noah Olga Priya Quinn Rosa Sami Tess Uma Viktor Wanda Xavi Yara Zoe Amir Bea Carl Dina Emil Freya Gina Hana Ivan June Kofi Lina Milo Nadia Omar Petra Rafa Sofia Theo Vera Wes Ayo Bruno Cleo Dora Ezra Fay Gus Hope Isla Jude Kai Luca Mara Nils Opal Pia Remy Sven Tara".split(
    " ",
  );
const LAST =
  "Abbott Baptiste Calder Dahl Eriksen Farrow Gallo Hadley Iqbal Jansen Keane Lindqvist Moreau Nakamura Osei Prescott Quigley Rossi Sandoval Thorne Umar Vance Whitlock Xiang Yates Zeller Achebe Brandt Costa Duarte Engel Fontaine Greer Holm Ivers Joshi Kimura Larsen Mbeki Novak Ortiz Pereira Reyes Sato Tran Ueda Vogel Weiss Yilmaz Zamora Acker Bell Crane Drew Ellis Frost".split(
    " ",
  );
const PLACES = [
  { city: "Brooklyn", postalCode: "11201", country: "US", timeZone: "America/New_York", share: 0.22 },
  { city: "Boston", postalCode: "02118", country: "US", timeZone: "America/New_York", share: 0.1 },
  { city: "Chicago", postalCode: "60614", country: "US", timeZone: "America/Chicago", share: 0.14 },
  { city: "Austin", postalCode: "78704", country: "US", timeZone: "America/Chicago", share: 0.1 },
  { city: "Denver", postalCode: "80203", country: "US", timeZone: "America/Denver", share: 0.1 },
  { city: "Portland", postalCode: "97209", country: "US", timeZone: "America/Los_Angeles", share: 0.12 },
  { city: "Oakland", postalCode: "94607", country: "US", timeZone: "America/Los_Angeles", share: 0.1 },
  { city: "Toronto", postalCode: "M5V 2T6", country: "CA", timeZone: "America/Toronto", share: 0.07 },
  { city: "London", postalCode: "E2 8HD", country: "GB", timeZone: "Europe/London", share: 0.05 },
] as const;

/** Regulars, two kinds of lapsed, new ones and those who come once a year. */
const KINDS = [
  { share: 0.18, ordersPerYear: [2.4, 4.5], sinceDays: [250, 800], quietDays: null },
  { share: 0.2, ordersPerYear: [1.8, 3.6], sinceDays: [300, 800], quietDays: [55, 200] },
  { share: 0.16, ordersPerYear: [1.5, 3], sinceDays: [420, 800], quietDays: [200, 330] },
  { share: 0.24, ordersPerYear: [1.5, 3], sinceDays: [3, 250], quietDays: null },
  { share: 0.22, ordersPerYear: [0.7, 1.2], sinceDays: [100, 800], quietDays: null },
] as const;
const CATEGORIES = ["Kitchen", "Garden", "Bath", "Living", "Table", "Paper"];

/** The customers of the demo shop: the same people for the same dice. */
export function demoPeople(count: number, random: Random): DemoPerson[] {
  return Array.from({ length: count }, (_, i) => {
    const firstName = pick(FIRST, random);
    const lastName = pick(LAST, random);
    const { share: _share, ...place } = weighted(PLACES, random);
    const vip = random() < 0.015;
    return {
      userId: `C${String(10_001 + i)}`,
      firstName,
      lastName,
      email: `${firstName}.${lastName}.${10_001 + i}@example.com`.toLowerCase(),
      ...place,
      vip,
      consent: consentOf(random),
      habit: habitOf(vip, random),
    };
  });
}

function consentOf(random: Random): DemoPerson["consent"] {
  const given = random() < 0.91;
  return { given, withdrawnAfterDays: random() < 0.06 ? 5 + random() * 250 : null };
}

function habitOf(vip: boolean, random: Random): Habit {
  const kind = weighted(KINDS, random);
  return {
    ordersPerYear: between(kind.ordersPerYear, random) * (vip ? 1.8 : 1),
    sinceDays: between(kind.sinceDays, random),
    quietDays: kind.quietDays === null ? null : between(kind.quietDays, random),
    basket: vip ? 2 : 0.8 + random() * 0.4,
    favourite: pick(CATEGORIES, random),
  };
}
