import { expect, test } from "vitest";
import { auditAsk } from "./audit-ask";

const ask = (query: string) => auditAsk(new URLSearchParams(query), "Asia/Kolkata");

test("the address says what is asked for", () => {
  expect(ask("action=review.&actor=user:1&entity=review+12&from=2026-03-02&to=2026-03-02")).toEqual({
    action: "review.",
    actor: "user:1",
    entityType: "review",
    entityId: "12",
    from: new Date("2026-03-01T18:30:00Z"),
    to: new Date("2026-03-02T18:30:00Z"),
  });
});

test("an empty address asks for everything", () => {
  expect(Object.values(ask("action=+&entity=")).every((value) => value === null)).toBe(true);
});
