/** A product of the demo shop; money is decimal, in the shop's currency. */
export type DemoProduct = {
  sku: string;
  name: string;
  category: string;
  price: number;
  cost: number;
  stock: number;
};

const RANGE: Record<string, readonly [name: string, price: number][]> = {
  Kitchen: [
    ["Stoneware bowl", 24],
    ["Enamel kettle", 58],
    ["Olive wood board", 42],
    ["Linen tea towel", 14],
    ["Cast-iron skillet", 69],
    ["Ceramic butter dish", 32],
    ["Glass storage jar", 18],
    ["Copper measuring cups", 39],
    ["Salt pig", 26],
    ["Oak rolling pin", 22],
  ],
  Garden: [
    ["Terracotta pot", 19],
    ["Brass watering can", 64],
    ["Herb planter", 35],
    ["Pruning shears", 47],
    ["Garden apron", 38],
    ["Bird feeder", 29],
    ["Wool kneeling pad", 24],
    ["Seed tin", 21],
    ["Ash-handled trowel", 27],
    ["Hanging lantern", 52],
  ],
  Bath: [
    ["Linen bath towel", 44],
    ["Cedar bath mat", 56],
    ["Olive oil soap", 9],
    ["Hinoki stool", 88],
    ["Waffle robe", 96],
    ["Stone soap dish", 17],
    ["Bath salts", 22],
    ["Wash mitt", 12],
    ["Ceramic tumbler", 16],
    ["Cotton hand towel", 23],
  ],
  Living: [
    ["Wool throw", 118],
    ["Beeswax candles", 28],
    ["Linen cushion", 48],
    ["Woven basket", 54],
    ["Mohair blanket", 164],
    ["Paper lampshade", 73],
    ["Walnut tray", 61],
    ["Felt coasters", 19],
    ["Jute rug", 139],
    ["Stoneware vase", 49],
  ],
  Table: [
    ["Linen tablecloth", 92],
    ["Dinner plates", 78],
    ["Water glasses", 46],
    ["Linen napkins", 34],
    ["Serving spoons", 37],
    ["Carafe", 41],
    ["Cake stand", 57],
    ["Candle holders", 33],
    ["Bread basket", 25],
    ["Pepper mill", 44],
  ],
  Paper: [
    ["Cloth notebook", 21],
    ["Brass pen", 36],
    ["Desk calendar", 26],
    ["Letter set", 18],
    ["Photo album", 43],
    ["Wrapping paper", 8],
    ["Pencil case", 24],
    ["Wall planner", 17],
    ["Book stand", 59],
    ["Linen folder", 31],
  ],
};

/** The names above carry the prices of a dearer shop. */
const PRICE_LEVEL = 0.205;
/** Each thing is sold in these five makings. */
const MAKINGS = [
  { suffix: "", factor: 1 },
  { suffix: ", small", factor: 0.8 },
  { suffix: ", large", factor: 1.35 },
  { suffix: ", set of two", factor: 1.85 },
  { suffix: ", gift boxed", factor: 1.2 },
] as const;

/** Three hundred things for house and garden. Margins lie between 45 and 62 per cent; a few are out of stock. */
export const CATALOGUE: readonly DemoProduct[] = Object.entries(RANGE).flatMap(([category, things], c) =>
  things.flatMap(([name, base], i) =>
    MAKINGS.map(({ suffix, factor }, m) => {
      const price = Math.max(1.5, Math.round(base * factor * PRICE_LEVEL * 2) / 2);
      return {
        sku: `${category.slice(0, 2).toUpperCase()}-${100 + i}${m === 0 ? "" : `-${m}`}`,
        name: `${name}${suffix}`,
        category,
        price,
        cost: Math.round(price * (0.38 + ((c * 7 + i * 3 + m) % 18) / 100) * 100) / 100,
        stock: (c * 37 + i * 53 + m * 29) % 41 === 0 ? 0 : 12 + ((c * 37 + i * 53 + m * 71) % 190),
      };
    }),
  ),
);
