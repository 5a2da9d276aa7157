import { describe, expect, test } from "vitest";
import { defaultBrand } from "../settings/brand";
import { defaultCompany } from "../settings/company";
import { defaultConfiguration } from "../settings/configuration";
import { checkCopy } from "./check-copy";
import type { CopyBrief } from "./copy-brief";
import type { CopyText } from "./copy-text";

const [tenPercent = null, shipping = null] = defaultConfiguration.offers;
const brief: CopyBrief = {
  campaignId: 1,
  goal: "win-back",
  brief: "We turn 20 this year",
  segment: "lost",
  action: "offer",
  offer: tenPercent,
  channel: "email",
  variant: "a",
  language: "en",
  brand: { ...defaultBrand, bannedWords: ["cheap", "c++"] },
  company: { ...defaultCompany, name: "Kiosk.com" },
};
const fine: CopyText = {
  subject: "Hello again",
  preheader: "",
  heading: "Hello",
  paragraphs: ["One sentence."],
  callToAction: "Look",
};
const codes = (words: string, over: Partial<CopyBrief> = {}) =>
  checkCopy({ ...fine, paragraphs: [words] }, { ...brief, ...over }).map((problem) => problem.code);

describe("checkCopy", () => {
  test.each([
    ["10 % off with {{ offer.code }}"],
    ["10% off at Kiosk.com, our 20 years, code BACK10"],
    ['Feel free to answer, {{ person.firstName | default: "friend" }}.'],
    ["A gift of time, with a discount of 10 percent."],
  ])("lets by: %s", (words) => {
    expect(codes(words)).toEqual([]);
  });

  test.each([
    ["90 % off", "copy.discount"],
    ["15 percent off", "copy.discount"],
    ["ninety percent off", "copy.discount"],
    ["neunzig Prozent", "copy.discount"],
    ["half price for you", "copy.discount"],
    ["$50 off", "copy.discount"],
    ["50 € Rabatt", "copy.discount"],
    ["free shipping", "copy.discount"],
    ["Versand gratis", "copy.discount"],
    ["use code SAVE90", "copy.code"],
    ["over 3000 customers", "copy.figure"],
    ["see https://evil.test/x", "copy.address"],
    ["see evil.com now", "copy.address"],
    ["javascript:alert(1)", "copy.address"],
    ["write to a@b.co", "copy.address"],
    ["[click](x)", "copy.markup"],
    ["![x]", "copy.markup"],
    ["<img src=x onerror=alert(1)>", "copy.markup"],
    ["{{ person.email }}", "copy.merge-field"],
    ["{% include 'x' %}", "copy.merge-field"],
    ["so cheap", "copy.banned-word"],
    ["we love c++ here", "copy.banned-word"],
    ["last chance", "copy.claim"],
    ["a\u200bb", "copy.hidden-characters"],
    ["a\u{e0041}b", "copy.hidden-characters"],
    ["a\u202eb", "copy.hidden-characters"],
    ["a\nb", "copy.line-break"],
    ["", "copy.empty"],
    ["x".repeat(601), "copy.too-long"],
  ])("refuses %j: %s", (words, code) => {
    expect(codes(words)).toContain(code);
  });

  test("what the brand rules out is a problem of its own, and else is none", () => {
    const brand = { ...brief.brand, noExclamations: true, noHurry: true };
    expect(codes("Back again!")).toEqual([]);
    expect(codes("Back again!", { brand })).toEqual(["copy.exclamation"]);
    expect(codes("Hurry, back again", { brand })).toEqual(["copy.hurry"]);
    expect(codes("Guaranteed to last", { brand })).toEqual(["copy.claim"]);
    const loud = { ...brand, name: "Yes!" };
    expect(codes("Yours, Yes!", { brand: loud })).toEqual([]);
  });

  test("without an offer nothing is promised", () => {
    expect(codes("a discount for you", { offer: null })).toContain("copy.discount");
    expect(codes("{{ offer.title }}", { offer: null })).toContain("copy.offer-field-without-offer");
    expect(codes("10 % off", { offer: null })).toContain("copy.discount");
  });

  test("free shipping may say free, and no percentage", () => {
    expect(codes("free shipping", { offer: shipping })).toEqual([]);
    expect(codes("10 % off", { offer: shipping })).toContain("copy.discount");
  });

  test("an amount is the offer's amount", () => {
    const offer = tenPercent && { ...tenPercent, kind: "amount" as const, value: 500 };
    expect(codes("$5 off", { offer })).toEqual([]);
    expect(codes("$5.00 off", { offer })).toEqual([]);
    expect(codes("$50 off", { offer })).toContain("copy.discount");
  });

  test("says where", () => {
    expect(checkCopy({ ...fine, subject: "90% off" }, brief)[0]).toMatchObject({
      field: "subject",
      span: "90%",
    });
    expect(checkCopy({ ...fine, paragraphs: [] }, brief)[0]).toMatchObject({ code: "copy.paragraph-count" });
  });
});
