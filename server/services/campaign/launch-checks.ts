import { armsFor, offersFor } from "@/server/domain/arm";
import { ruleCount } from "@/server/domain/audience-fields";
import type { CampaignBody } from "@/server/domain/campaign";
import type { CampaignStep } from "@/server/domain/campaign-state";
import { isInStock, type Stock } from "@/server/domain/offer-stock";
import type { Configuration } from "@/server/domain/settings/configuration";
import { chooseSegmentor } from "@/server/pipeline/choose-segmentor";
import type { Sql } from "@/server/store/database";
import { loadStock } from "@/server/store/products.sql";
import { standingPieces } from "../run/standing-pieces";
import { gateOf } from "./autonomy";
import { type ContentNeeds, contentNeeds } from "./content-plan";

/**
 * One line of the launch checklist. What is not `ok` blocks the launch and says what to do; what `warns` does not block.
 * `step` or `href` is where it is mended.
 */
export type LaunchCheck = {
  id: string;
  title: string;
  ok: boolean;
  warns: boolean;
  remedy: string;
  step: CampaignStep | null;
  href: string | null;
};

type Asked = { id: number; body: CampaignBody; now: Date };

/** What must hold before a campaign may go live, in the order of the editor's steps. */
export async function launchChecks(sql: Sql, { id, body, now }: Asked): Promise<LaunchCheck[]> {
  const needs = await contentNeeds(sql, { id, body, now });
  const { configuration, company } = needs.settings;
  const products = configuration.offers.flatMap((offer) => offer.products);
  const [stock, content] = await Promise.all([loadStock(sql, products), contentCheck(sql, id, needs)]);
  const mayAct = body.autonomy !== "autonomous" || (await gateOf(sql, id, now)).open;
  const isSegmented = chooseSegmentor(body.goal, configuration) !== null;
  const companyPage = "/configuration/company";
  return [
    ...audienceChecks(body, needs.audience),
    at({ href: "/configuration/configuration" }, "segmentor", isSegmented, {
      title: "A segmentor is enabled for this goal",
      remedy: "Enable a segmentor for this goal in the configuration.",
    }),
    ...actionChecks(body, configuration, stock),
    ...content,
    at({ href: companyPage }, "sender", needs.companyVersion > 0, {
      title: "The sender is set",
      remedy: "Set name and address of the sender in Configuration, Company.",
    }),
    at({ href: companyPage }, "address", company.postalAddress.trim() !== "", {
      title: "The postal address is set",
      remedy: "Mail needs a postal address: set it in Configuration, Company.",
    }),
    at({ href: "/configuration/brand" }, "brand", needs.brandVersion > 0, {
      title: "The brand guide is published",
      remedy: "Publish a first brand guide in Configuration, Brand.",
    }),
    at({ step: "launch" }, "autonomy", mayAct, {
      title: "The autonomy is one that this campaign has earned",
      remedy: "Choose another autonomy: this campaign has not shown yet that it may act alone.",
    }),
    ...(body.holdoutShare + configuration.globalHoldoutShare > 0
      ? []
      : [
          warning("launch", "holdout", {
            title: "Nobody is held out",
            remedy: "Without a holdout nobody can tell what the campaign added.",
          }),
        ]),
  ];
}

function audienceChecks(body: CampaignBody, audience: number): LaunchCheck[] {
  const everyone = ruleCount(body.audience) === 0;
  return [
    at({ step: "audience" }, "audience", audience > 0, {
      title: `${audience.toLocaleString("en")} ${audience === 1 ? "person" : "people"} in the audience`,
      remedy: "Widen the audience: nobody matches its rules.",
    }),
    ...(everyone
      ? [
          warning("audience", "everyone", {
            title: "The audience is everyone",
            remedy: "The audience has no rule: it is every customer.",
          }),
        ]
      : []),
  ];
}

function actionChecks(body: CampaignBody, configuration: Configuration, products: Stock): LaunchCheck[] {
  const offers = offersFor(body, configuration);
  const inStock = offers.filter((one) => one.stock !== 0 && isInStock(one, products));
  const arms = armsFor(body, configuration);
  const canAct = arms.some(({ offerId }) => offerId === null || inStock.some(({ id }) => id === offerId));
  const gone = body.offerIds.filter((id) => !inStock.some((one) => one.id === id));
  const missing = body.actions.includes("offer") && gone.length > 0;
  return [
    at({ step: "actions" }, "action", canAct, {
      title: "At least one action is possible",
      remedy: "Choose an action that the configuration allows for this goal, and for offers an active offer.",
    }),
    ...(missing
      ? [
          warning("actions", "offers", {
            title: "Some chosen offers cannot be made",
            remedy: `Not available now: ${gone.join(", ")}. The others are used.`,
          }),
        ]
      : []),
  ];
}

/** What is not written is no obstacle: the run writes it before it decides. Nobody has read it then. */
async function contentCheck(sql: Sql, id: number, { briefs }: ContentNeeds): Promise<LaunchCheck[]> {
  if (briefs.size === 0) return [];
  const { made } = await standingPieces(sql, id, briefs);
  const missing = briefs.size - made.size;
  const total = `${briefs.size} ${briefs.size === 1 ? "piece" : "pieces"}`;
  const words = {
    title: `${total} of content ${briefs.size === 1 ? "is" : "are"} written`,
    remedy: `${missing} of ${total} of content ${missing === 1 ? "is" : "are"} not written: the first run writes them before it decides, and you have not read them.`,
  };
  return [
    missing > 0 ? warning("content", "content", words) : at({ step: "content" }, "content", true, words),
  ];
}

type Words = Pick<LaunchCheck, "title" | "remedy">;
type Place = { step: CampaignStep } | { href: string };

const at = (place: Place, id: string, ok: boolean, words: Words): LaunchCheck => ({
  id,
  ...words,
  ok,
  warns: false,
  step: "step" in place ? place.step : null,
  href: "href" in place ? place.href : null,
});

const warning = (step: CampaignStep, id: string, words: Words): LaunchCheck => ({
  ...at({ step }, id, true, words),
  warns: true,
});
