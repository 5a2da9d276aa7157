import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import { actorWords, hourToday, nameOf, riskWords, timeLeft } from "./review-words";

const NBSP = "\u00a0";

describe("timeLeft", () => {
  it.each([
    [-1, "Overdue", true],
    [20_000, `1${NBSP}min`, true],
    [18 * MINUTE_MS + 59_000, `18${NBSP}min`, true],
    [70 * MINUTE_MS, `1${NBSP}h${NBSP}10${NBSP}min`, false],
    [70 * HOUR_MS, `3${NBSP}days`, false],
  ])("words %i ms", (left, text, isUrgent) => {
    expect(timeLeft(1_000_000 + left, 1_000_000)).toEqual({ text, isUrgent });
  });
});

describe("the other words", () => {
  it("names people, else what is known", () => {
    const person = { firstName: "Elena", lastName: null, email: "e@example.test" };
    expect(nameOf({ person, customerId: 7 })).toBe("Elena");
    expect(nameOf({ person: { ...person, firstName: null }, customerId: 7 })).toBe("e@example.test");
    expect(nameOf({ person: { firstName: null, lastName: null, email: null }, customerId: 7 })).toBe(
      "Customer 7",
    );
  });

  it("says who decided from where one sits", () => {
    expect(actorWords("user:7", "Ines Ortega", 7)).toBe("you");
    expect(actorWords("user:8", "Jonas Keller", 7)).toBe("Jonas Keller");
    expect(actorWords("user:8", null, 7)).toBe("a person who left");
    expect(actorWords(null, null, 7)).toBe("nobody");
  });

  it("names the day of what was not today, by the company's clock", () => {
    const now = Date.parse("2026-11-28T07:00:00Z");
    const at = (text: string) => hourToday(new Date(text), now, "Europe/Berlin").replaceAll(NBSP, " ");
    expect(at("2026-11-28T05:46:00Z")).toBe("06:46");
    expect(at("2026-11-27T23:30:00Z")).toBe("00:30");
    expect(at("2026-11-27T22:30:00Z")).toBe("27 Nov, 23:30");
  });

  it("has three words for risk", () => {
    expect([0.1, 0.5, 0.9].map((risk) => riskWords(risk).word)).toEqual(["Low", "Medium", "High"]);
  });
});
