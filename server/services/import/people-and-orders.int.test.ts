import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ImportWorld, importWorld } from "./testing/import-world";

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld();
});
afterAll(() => world.close());

const CUSTOMERS = `customer,email,phone,first name,last name,country,time zone,vip,language,since
17,Ines@Example.COM,020 7946 0018,Inès,Peeters,United Kingdom,,yes,en-GB,2020-03-01
18,bad address,,B,B,GB,,,,
19,a@example.com,123,C,C,GB,,,,
20,d@example.com,,D,D,Atlantis,,,,
21,e@example.com,,E,E,USA,America/Denver,no,,
22,f@example.com,,F,F,USA,,,,2050-01-01
,nobody@example.com,,G,G,,,,,
,,,H,H,,,,,
23,a.b@example.com,,I
`;

describe("customers", () => {
  test("come in normalised, each bad row with its reason, the rest whole", async () => {
    const done = await world.import("customers", CUSTOMERS);
    expect(done).toMatchObject({ state: "done", rows: 9, accepted: 3, rejected: 6 });
    expect(done.rejections).toEqual([
      "3 email: an address with spaces, or letters other than a–z",
      "4 phone: not a phone number",
      "5 country: not a country",
      "7 since: a date in the future",
      "9 customer: no customer",
      "10 : 4 cells where the header has 10",
    ]);
    const people = await world.people();
    expect([...people.keys()].sort()).toEqual(["17", "21", "nobody@example.com"]);
    expect(people.get("17")).toMatchObject({
      email: "Ines@example.com",
      phone: "+442079460018",
      firstName: "Inès",
    });
    const rows = await world.sql.rows(
      `SELECT country, time_zone, time_zone_source, language, vip, has_email, created_at FROM customers
       WHERE id = ANY($1) ORDER BY id`,
      [[people.get("17")?.id, people.get("21")?.id]],
    );
    expect(rows).toEqual([
      {
        country: "GB",
        time_zone: "Europe/London",
        time_zone_source: "country",
        language: "en",
        vip: true,
        has_email: true,
        created_at: new Date("2020-03-01T00:00:00Z"),
      },
      {
        country: "US",
        time_zone: "America/Denver",
        time_zone_source: "given",
        language: null,
        vip: false,
        has_email: true,
        created_at: new Date("2026-05-01T12:00:00Z"),
      },
    ]);
  });

  test("the same file again changes nothing, down to the last byte", async () => {
    const before = await world.contents();
    world.clock.advance(60_000);
    const again = await world.import("customers", CUSTOMERS);
    expect(again).toMatchObject({ accepted: 3, summary: { counts: { customersMade: 0 } } });
    expect(await world.contents()).toBe(before);
  });

  test("nothing of a person stands in the clear outside of what is sealed", async () => {
    expect(await world.contents()).not.toMatch(/peeters|inès|example\.com|nobody|442079460018/i);
  });

  test("an address of another customer is a conflict; of a customer without a number it is theirs", async () => {
    const done = await world.import(
      "customers",
      "customer,email,first name\n90,INES@example.com,Thief\n91,nobody@example.com,Known\n",
    );
    expect(done.rejections).toEqual(["2 email: the address belongs to another customer"]);
    const people = await world.people();
    expect(people.has("90")).toBe(false);
    expect(people.get("91")).toMatchObject({ email: "nobody@example.com", firstName: "Known" });
    expect(people.has("nobody@example.com")).toBe(false);
  });

  test("a changed address frees the old one; of several rows of a person the last stands", async () => {
    await world.import(
      "customers",
      "customer,email,city\n21,new@example.com,Paris\n21,newer@example.com,Ghent\n",
    );
    await world.import("customers", "customer,email\n77,e@example.com\n78,new@example.com\n");
    const people = await world.people();
    expect(people.get("21")).toMatchObject({ email: "newer@example.com", city: "Ghent" });
    expect(people.get("77")?.email).toBe("e@example.com");
    expect(people.get("78")?.email).toBe("new@example.com");
  });

  test("odd names come back as they went in", async () => {
    const names = [
      "<img src=x onerror=alert(1)>",
      "=HYPERLINK(1)",
      "Ṱ̺̺o͞",
      "‮evil",
      "'; DROP TABLE people;--",
      "田中さん",
      "{{ 7*7 }}",
      "\\N",
      "NULL",
    ];
    const lines = names.map((name, i) => `n${i},"${name.replaceAll('"', '""')}"`);
    const done = await world.import("customers", `customer,first name\n${lines.join("\n")}\n`);
    expect(done).toMatchObject({ accepted: names.length, rejected: 0 });
    const people = await world.people();
    expect(names.map((_, i) => people.get(`n${i}`)?.firstName)).toEqual(names);
  });
});

const LINES = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
1001,A,Mug,6,2025-12-01 08:26:00,2.55,17.0,United Kingdom
1001,B,Plate,3,2025-12-01 08:26:00,0.125,17.0,United Kingdom
1001,A,Mug,6,2025-12-01 08:26:00,2.55,17.0,United Kingdom
1002,A,Mug,1,2025-07-01 12:00:00,2.55,500.0,France
C1002,A,Mug,-1,2025-07-02 12:00:00,2.55,500.0,France
1003,A,Mug,-1,2025-07-02 12:00:00,2.55,500.0,France
1004,A,Mug,1,2025-07-02 12:00:00,0.0,500.0,France
1005,A,Mug,1,2025-07-02 12:00:00,2.55,,France
1006,A,Mug,1,someday,2.55,500.0,France
1007,A,Mug,1,2099-07-02 12:00:00,2.55,500.0,France
1008,A,Mug,many,2025-07-02 12:00:00,2.55,500.0,France
1001,A,Mug,1,2025-12-01 08:26:00,2.55,500.0,France
`;

describe("order lines", () => {
  beforeEach(async () => {
    await world.sql.rows("DELETE FROM order_lines");
    await world.sql.rows("DELETE FROM orders");
  });

  const OPTIONS = { options: { timeZone: "Europe/London", currency: "GBP" } };
  const orders = () =>
    world.sql.rows(
      `SELECT o.ref, o.at, o.revenue_minor AS minor, o.currency, count(l)::int AS lines FROM orders o
       LEFT JOIN order_lines l ON l.order_id = o.id GROUP BY o.id ORDER BY o.ref`,
    );
  const BOTH = [
    // 2 × 15.30 and 3 × 0.125, which is 0.375 and rounds to 0.38
    { ref: "1001", at: new Date("2025-12-01T08:26:00Z"), minor: 3098, currency: "GBP", lines: 3 },
    { ref: "1002", at: new Date("2025-07-01T11:00:00Z"), minor: 255, currency: "GBP", lines: 1 },
  ];

  test("become orders with a reason for each row that does not", async () => {
    const done = await world.import("orders", LINES, OPTIONS);
    expect(done).toMatchObject({ state: "done", rows: 12, accepted: 4, rejected: 8 });
    expect(done.rejections).toEqual([
      "6 InvoiceNo: cancellation/return",
      "7 Quantity: cancellation/return",
      "8 UnitPrice: no price",
      "9 CustomerID: no customer",
      "10 InvoiceDate: not a date",
      "11 InvoiceDate: a date in the future",
      "12 Quantity: not a number",
      "13 InvoiceNo: the order belongs to another customer",
    ]);
    expect(done.summary).toMatchObject({ counts: { customersMade: 1, ordersMade: 2, linesMade: 4 } });
    expect(await orders()).toEqual(BOTH);
    const [made] = await world.sql.rows(
      `SELECT c.country, c.time_zone, c.created_at FROM customers c JOIN orders o ON o.customer_id = c.id WHERE ref = '1002'`,
    );
    expect(made).toEqual({
      country: "FR",
      time_zone: "Europe/Paris",
      created_at: new Date("2025-07-01T11:00:00Z"),
    });
  });

  test("twice is once, to the last byte; and so is the file with its rows in two", async () => {
    await world.import("orders", LINES, OPTIONS);
    const before = await world.contents();
    await world.import("orders", LINES, OPTIONS);
    expect(await world.contents()).toBe(before);
    await world.sql.rows("DELETE FROM order_lines");
    await world.sql.rows("DELETE FROM orders");
    const [header, ...rows] = LINES.trim().split("\n");
    await world.import("orders", [header, ...rows.slice(0, 2)].join("\n"), OPTIONS);
    await world.import("orders", LINES, OPTIONS);
    expect(await orders()).toEqual(BOTH);
  });

  test("equal lines far apart in a file are still told apart", async () => {
    const far = Array.from({ length: 12_000 }, (_, i) => `${i % 6000},A,Mug,1,2025-07-01,1.00,7,GB`);
    const file = [
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
      ...far,
    ].join("\n");
    const done = await world.import("orders", file, OPTIONS);
    expect(done.summary.counts).toMatchObject({ ordersMade: 6000, linesMade: 12_000 });
    const again = await world.import("orders", file, OPTIONS);
    expect(again.summary.counts).toMatchObject({ ordersMade: 0, linesMade: 0 });
    const totals = await world.sql.rows("SELECT DISTINCT revenue_minor AS minor FROM orders");
    expect(totals).toEqual([{ minor: 200 }]);
  });

  test("a dry run checks the same and writes nothing but the report", async () => {
    const before = await world.contents();
    const dry = await world.import("orders", LINES, { ...OPTIONS, dryRun: true });
    expect(dry).toMatchObject({ state: "done", accepted: 4, rejected: 8, dryRun: true });
    expect(dry.rejections).toHaveLength(8);
    expect(await world.contents()).toBe(before);
  });

  test("only the chosen days", async () => {
    const until = await world.import("orders", LINES, {
      options: { ...OPTIONS.options, until: "2025-07-01" },
    });
    expect(until).toMatchObject({ accepted: 1, summary: { counts: { ordersMade: 1 } } });
    const from = await world.import("orders", LINES, {
      options: { ...OPTIONS.options, from: "2025-07-03", until: "2025-12-01" },
    });
    expect(from).toMatchObject({
      accepted: 3,
      summary: { counts: { ordersMade: 1, "outside the chosen days": 6 } },
    });
    expect(await orders()).toEqual(BOTH);
  });

  test("discounts come off their line, and offers are remembered", async () => {
    await world.import(
      "orders",
      "order,customer,at,sku,quantity,price,discount,coupon\n1,7,2025-07-01,A,2,10.00,5.00,TEN\n1,7,2025-07-01,B,1,1.00,,TEN\n2,7,2025-07-01,A,1,1.00,2.00,\n",
    );
    const rows = await world.sql.rows(
      "SELECT ref, revenue_minor AS minor, discount_minor AS off, offer_code AS code FROM orders",
    );
    expect(rows).toEqual([{ ref: "1", minor: 1600, off: 500, code: "TEN" }]);
  });

  test("whole orders keep their total until lines follow", async () => {
    const whole =
      "order id,email,date,total,cost,currency\nW1,e@example.com,2025-07-01T10:00:00Z,99.90,40,EUR\nW2,unknown@example.com,2025-07-01,-5,,EUR\n";
    const done = await world.import("orders", whole);
    expect(done.rejections).toEqual(["3 total: cancellation/return"]);
    const rows = () =>
      world.sql.rows("SELECT ref, revenue_minor AS minor, cost_minor AS cost, currency FROM orders");
    expect(await rows()).toEqual([{ ref: "W1", minor: 9990, cost: 4000, currency: "EUR" }]);
    const lines =
      "order,email,at,sku,quantity,price,currency\nW1,e@example.com,2025-07-01T10:00:00Z,A,2,45.00,EUR\nW1,e@example.com,2025-07-01T10:00:00Z,A,2,45.00,USD\n";
    expect((await world.import("orders", lines)).rejections).toEqual([
      "3 currency: the order is in another currency",
    ]);
    expect(await rows()).toEqual([{ ref: "W1", minor: 9000, cost: 4000, currency: "EUR" }]);
    await world.import("orders", whole);
    expect(await rows()).toEqual([{ ref: "W1", minor: 9000, cost: 4000, currency: "EUR" }]);
  });
});

describe("at the same time", () => {
  test("imports and orders of the same new people make each of them once", async () => {
    const people = Array.from({ length: 3000 }, (_, i) => `z${i},z${i}@example.com`);
    const lines = Array.from({ length: 3000 }, (_, i) => `zo${i},z${2999 - i},2025-07-01,A,1,1.00`);
    const done = await Promise.all([
      world.import("customers", `customer,email\n${people.join("\n")}\n`),
      world.import("orders", `order,customer,at,sku,quantity,price\n${lines.join("\n")}\n`),
      world.import("customers", `customer,email\n${[...people].reverse().join("\n")}\n`),
      world.import("orders", `order,customer,at,sku,quantity,price\n${[...lines].reverse().join("\n")}\n`),
    ]);
    expect(done.map(({ state, accepted }) => [state, accepted])).toEqual(done.map(() => ["done", 3000]));
    const [counts] = await world.sql.rows(
      `SELECT count(*)::int AS orders, count(DISTINCT o.customer_id)::int AS customers,
         count(DISTINCT c.id) FILTER (WHERE c.has_email)::int AS reachable, sum(o.revenue_minor)::int AS minor
       FROM orders o JOIN customers c ON c.id = o.customer_id WHERE ref LIKE 'zo%'`,
    );
    expect(counts).toEqual({ orders: 3000, customers: 3000, reachable: 3000, minor: 300_000 });
    const [orphans] = await world.sql.rows(
      "SELECT count(*)::int AS n FROM customers WHERE id NOT IN (SELECT customer_id FROM identities)",
    );
    expect(orphans).toEqual({ n: 0 });
  });
});
