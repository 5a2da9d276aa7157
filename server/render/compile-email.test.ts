import { describe, expect, test } from "vitest";
import { defaultBrand } from "@/server/domain/settings/brand";
import { defaultCompany } from "@/server/domain/settings/company";
import { defaultConfiguration } from "@/server/domain/settings/configuration";
import { compileEmail } from "./compile-email";

const copy = {
  subject: 'It has been a while, {{ person.firstName | default: "friend" }}',
  preheader: "A few words from {{ company.name }}",
  heading: "We kept your place",
  paragraphs: ['Hello {{ person.firstName | default: "there" }},', "Tom & Jerry <b> say {{ offer.title }}."],
  callToAction: "See the shop",
};
const company = { ...defaultCompany, name: "Kiosk {{ evil }}", postalAddress: "1 Main St\nSpringfield" };
const [offer = null] = defaultConfiguration.offers;
const compile = (over = {}) =>
  compileEmail({ copy, brand: defaultBrand, company, offer, language: "en", ...over });

describe("compileEmail", () => {
  test("offer and company are words, person and links stay Liquid", async () => {
    const piece = await compile();
    expect(piece.subject).toBe(copy.subject);
    expect(piece.preheader).toBe("A few words from Kiosk { { evil } }");
    expect(piece.slots).toEqual([
      "links.n1",
      "links.n2",
      "links.open",
      "links.preferences",
      "links.unsubscribe",
      "person.firstName",
    ]);
    expect(piece.html).toContain("Tom &amp; Jerry &lt;b&gt; say 10 % off the next order.");
    expect(piece.text).toContain("Tom & Jerry <b> say 10 % off the next order.");
    expect(piece.html.match(/\{\{[^}]*\}\}/g)?.every((field) => /(links|person)\./.test(field))).toBe(true);
  });

  test("carries what the law asks for, in HTML and in text", async () => {
    const { html, text } = await compile();
    for (const body of [html, text]) {
      expect(body).toContain("{{ links.unsubscribe }}");
      expect(body).toContain("{{ links.preferences }}");
      expect(body).toContain("1 Main St, Springfield");
      expect(body).toContain("BACK10");
    }
    expect(html).toContain("{{ links.open }}");
  });

  test.each(["en", "de", "fr", "es"] as const)("says its language: %s", async (language) => {
    const { html } = await compile({ language });
    expect(html).toMatch(new RegExp(`<html lang="${language}"`));
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html.length).toBeLessThan(40_000);
  });

  test("refuses Liquid that is not a merge field", async () => {
    await expect(compile({ copy: { ...copy, heading: "{% if true %}x{% endif %}" } })).rejects.toThrow(
      /Liquid/,
    );
  });

  test("refuses what Gmail would clip", async () => {
    const paragraphs = Array.from({ length: 60 }, () => "word ".repeat(400));
    await expect(compile({ copy: { ...copy, paragraphs } })).rejects.toThrow(/102 kB/);
  });
});
