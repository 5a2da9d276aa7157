import { describe, expect, test } from "vitest";
import { ACTIONS, GOALS } from "../goal";
import { defaultBrand } from "../settings/brand";
import { defaultCompany } from "../settings/company";
import { defaultConfiguration } from "../settings/configuration";
import { defaultPolicy } from "../settings/policy";
import { checkCopy } from "./check-copy";
import type { CopyBrief } from "./copy-brief";
import { writeByRules } from "./write-by-rules";

const LANGUAGES = ["en", "de", "fr", "es"] as const;
const VARIANTS = ["a", "b", "c", "d", "e"];
const [percent, shipping] = defaultConfiguration.offers;
const amount = { ...defaultConfiguration.offers[0], kind: "amount" as const, value: 500 };
const offers = [null, percent, shipping, amount].map((one) => (one ?? null) as CopyBrief["offer"]);

const brief = (over: Partial<CopyBrief> = {}): CopyBrief => ({
  campaignId: 1,
  goal: "win-back",
  brief: "",
  segment: "at-risk",
  action: "offer",
  offer: percent ?? null,
  channel: "email",
  variant: "a",
  language: "en",
  brand: defaultBrand,
  company: defaultCompany,
  ...over,
});

const everything = LANGUAGES.flatMap((language) =>
  GOALS.flatMap((goal) =>
    ACTIONS.flatMap((action) =>
      VARIANTS.flatMap((variant) =>
        offers.map((offer) =>
          brief({ language, goal, action, variant, offer: action === "offer" ? offer : null }),
        ),
      ),
    ),
  ),
);

describe("writeByRules", () => {
  test("whatever it writes passes the checks that a model's copy must pass", () => {
    const problems = everything.flatMap((one) => checkCopy(writeByRules(one), one));
    expect(everything.length).toBeGreaterThan(1000);
    expect(problems).toEqual([]);
    const said = everything.map((one) => JSON.stringify(writeByRules(one)).toLowerCase());
    expect(
      defaultPolicy.subject.triggers.filter((trigger) => said.some((text) => text.includes(trigger))),
    ).toEqual([]);
  });

  test.each(LANGUAGES)("variants differ in subject, heading and opening: %s", (language) => {
    for (const goal of GOALS) {
      const pieces = VARIANTS.map((variant) =>
        writeByRules(brief({ language, goal, variant, offer: null, action: "nudge" })),
      );
      for (const part of [(p: (typeof pieces)[0]) => p.subject, (p: (typeof pieces)[0]) => p.paragraphs[1]]) {
        expect(new Set(pieces.map(part)).size).toBe(VARIANTS.length);
      }
    }
  });

  test("speaks of silence only to the silent", () => {
    expect(writeByRules(brief({ segment: "lost" })).subject).toBe("It has been a while");
    expect(JSON.stringify(writeByRules(brief({ segment: "champions" })))).not.toMatch(/been a while/);
  });

  test("names the offer as it is, with its code or without", () => {
    const direct = writeByRules(brief({ variant: "b" }));
    expect(direct.subject).toBe("10\u00a0% off your next order");
    expect(direct.paragraphs.join(" ")).toContain("{{ offer.code }}");
    const bare = writeByRules(brief({ offer: percent ? { ...percent, code: null } : null }));
    expect(bare.paragraphs.join(" ")).not.toContain("offer.code");
  });

  test("promises nothing where there is no offer", () => {
    const piece = writeByRules(brief({ offer: null }));
    expect(JSON.stringify(piece)).not.toMatch(/offer|next order:|code/);
  });
});
