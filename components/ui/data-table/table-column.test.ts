import { expect, test } from "vitest";
import { columnsText, nextSort, shownColumns, type TableColumn } from "./table-column";

const column = (id: string, extra: Partial<TableColumn<unknown>> = {}): TableColumn<unknown> => ({
  id,
  title: id,
  cell: () => null,
  width: 100,
  ...extra,
});
const columns = [
  column("name", { always: true }),
  column("orders"),
  column("spend"),
  column("since", { startsHidden: true }),
];

test.each([
  { text: null, shown: ["name", "orders", "spend"] },
  { text: "since.orders", shown: ["name", "orders", "since"] },
  { text: "none", shown: ["name"] },
  { text: "nonsense.spend", shown: ["name", "spend"] },
])("the address $text shows $shown", ({ text, shown }) => {
  expect([...shownColumns(columns, text)]).toEqual(shown);
});

test("what is shown anyway leaves the address as it is, all else comes back as it was", () => {
  expect(columnsText(columns, new Set(["name", "orders", "spend"]))).toBeNull();
  for (const shown of [["name"], ["name", "since"], ["name", "orders", "spend", "since"]]) {
    const text = columnsText(columns, new Set(shown));
    expect([...shownColumns(columns, text)]).toEqual(shown);
  }
});

test("a head sorts numbers largest first and text from A, then turns", () => {
  expect(nextSort({ sort: "spend", numeric: true }, "")).toBe("-spend");
  expect(nextSort({ sort: "spend", numeric: true }, "-spend")).toBe("spend");
  expect(nextSort({ sort: "name" }, "-spend")).toBe("name");
  expect(nextSort({ sort: "name" }, "name")).toBe("-name");
});
