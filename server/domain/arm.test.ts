import { describe, expect, test } from "vitest";
import { armsFor, offerFits, offersFor } from "./arm";
import { type CampaignBody, campaignBody } from "./campaign";
import { defaultConfiguration, offer } from "./settings/configuration";

const campaign = (body: Partial<CampaignBody>) =>
  campaignBody.parse({ name: "Win back", goal: "win-back", ...body });

describe("the ways to act", () => {
  test("are what campaign and configuration both allow, one arm an offer", () => {
    expect(armsFor(campaign({ actions: ["offer", "education", "message"] }), defaultConfiguration)).toEqual([
      { action: "offer", offerId: "ten-percent", channel: "email" },
      { action: "offer", offerId: "free-shipping", channel: "email" },
      { action: "message", offerId: null, channel: "email" },
    ]);
  });

  test("without an offer that is meant for the goal there is no offer arm", () => {
    expect(
      armsFor(campaign({ goal: "feature-adoption", actions: ["offer", "education"] }), defaultConfiguration),
    ).toEqual([{ action: "education", offerId: null, channel: "email" }]);
  });
});

test("offers are those that are active, meant for the goal and named by the campaign", () => {
  const ids = (body: Partial<CampaignBody>, configuration = defaultConfiguration) =>
    offersFor(campaign(body), configuration).map(({ id }) => id);
  expect(ids({})).toEqual(["ten-percent", "free-shipping"]);
  expect(ids({ offerIds: ["free-shipping", "basket-five"] })).toEqual(["free-shipping"]);
  const withdrawn = defaultConfiguration.offers.map((one) => ({ ...one, active: one.id !== "ten-percent" }));
  expect(ids({}, { ...defaultConfiguration, offers: withdrawn })).toEqual(["free-shipping"]);
});

test("an offer fits the segments that it names, or all", () => {
  const one = offer.parse({
    id: "an-offer",
    title: "An offer",
    kind: "percent",
    value: 5,
    goals: ["win-back"],
  });
  expect(offerFits(one, "lost")).toBe(true);
  expect(offerFits({ ...one, segments: ["at-risk"] }, "at-risk")).toBe(true);
  expect(offerFits({ ...one, segments: ["at-risk"] }, "lost")).toBe(false);
});
