import type { CampaignBody } from "@/server/domain/campaign";
import { isInStock } from "@/server/domain/offer-stock";
import { countAudience } from "@/server/store/audience.sql";
import type { Sql } from "@/server/store/database";
import { loadStock } from "@/server/store/products.sql";
import { settingInForce } from "@/server/store/settings";

/** One line of the launch checklist. What is not `ok` blocks the launch and says what to do. */
export type LaunchCheck = { id: string; title: string; ok: boolean; remedy: string };

/** What must hold before a campaign may go live, in the order of the editor's steps. */
export async function launchChecks(sql: Sql, body: CampaignBody, now: Date): Promise<LaunchCheck[]> {
  const [company, brand, configuration, audience] = await Promise.all([
    settingInForce(sql, "company"),
    settingInForce(sql, "brand"),
    settingInForce(sql, "configuration"),
    countAudience(sql, body.audience, now),
  ]);
  const goal = configuration.body.goals[body.goal];
  const stock = await loadStock(
    sql,
    configuration.body.offers.flatMap(({ products }) => products),
  );
  const offers = configuration.body.offers.filter(
    (one) =>
      one.active &&
      one.stock !== 0 &&
      isInStock(one, stock) &&
      one.goals.includes(body.goal) &&
      (body.offerIds.length === 0 || body.offerIds.includes(one.id)),
  );
  const segmentor = goal?.segmentors.find((id) => configuration.body.enabledSegmentors.includes(id));
  const action = body.actions.filter((kind) => goal?.actions.includes(kind));
  const canAct = action.some((kind) => kind !== "offer" || offers.length > 0);
  return [
    check(
      "audience",
      `${audience} people in the audience`,
      audience > 0,
      "Widen the audience: nobody matches its rules.",
    ),
    check(
      "segmentor",
      "A segmentor is enabled for this goal",
      segmentor !== undefined,
      "Enable one in the configuration.",
    ),
    check(
      "action",
      "At least one action is possible",
      canAct,
      "Choose an action that the configuration allows for this goal, and for offers an active offer.",
    ),
    check(
      "sender",
      "The sender is set",
      company.version > 0,
      "Set name and address of the sender in Configuration, Company.",
    ),
    check(
      "address",
      "The postal address is set",
      company.body.postalAddress.trim() !== "",
      "Mail needs a postal address: set it in Configuration, Company.",
    ),
    check(
      "brand",
      "The brand guide is published",
      brand.version > 0,
      "Publish a first brand guide in Configuration, Brand.",
    ),
  ];
}

const check = (id: string, title: string, ok: boolean, remedy: string): LaunchCheck => ({
  id,
  title,
  ok,
  remedy,
});
