import { expect, test } from "vitest";
import { defaultBrand } from "../settings/brand";
import { defaultCompany } from "../settings/company";
import { defaultConfiguration } from "../settings/configuration";
import { checkPasted } from "./check-pasted";

const brand = { ...defaultBrand, bannedWords: ["cheap", "must-have"] };
const company = defaultCompany;
const ten = defaultConfiguration.offers.find(({ id }) => id === "ten-percent") ?? null;
const check = (subject: string, text: string, offer = ten) =>
  checkPasted({ subject, text }, { brand, company, offer });

test("plain copy has nothing wrong, and a missing heading or button is not asked for", () => {
  expect(check("A quiet hello", "We thought of you.\n\nCome by when you like.")).toEqual([]);
  expect(check("", "")).toEqual([]);
});

test("every banned word is named, in subject and text", () => {
  expect(check("A cheap chair", "It is cheap and a\nmust-have.")).toEqual([
    { field: "subject", code: "copy.banned-word", span: "cheap" },
    { field: "text", code: "copy.banned-word", span: "cheap" },
    { field: "text", code: "copy.banned-word", span: "must-have" },
  ]);
});

test("a discount is fine where the offer makes it, and wrong where it does not", () => {
  expect(check("10 % off", "For you.")).toEqual([]);
  expect(check("10 % off", "For you.", null)).toContainEqual({
    field: "subject",
    code: "copy.discount",
    span: "10 %",
  });
});
