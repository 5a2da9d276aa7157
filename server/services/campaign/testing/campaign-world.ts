import { campaignBody } from "@/server/domain/campaign";
import { defaultBrand } from "@/server/domain/settings/brand";
import { defaultCompany } from "@/server/domain/settings/company";
import { consoleWorld } from "../../testing/console-world";

export const START = new Date("2026-03-02T09:00:00Z");

export const winBack = campaignBody.parse({
  name: "Win back",
  goal: "win-back",
  audience: { all: [{ field: "silenceDays", op: ">=", value: 90 }] },
});

/** A console with a marketer, and what a campaign needs before it can be launched. */
export async function campaignWorld() {
  const world = await consoleWorld(START);
  const marketer = await world.person("marketer");

  /** Somebody who ordered once, so many days ago. */
  async function customer(id: number, silenceDays: number) {
    await world.sql.rows("INSERT INTO customers (id, created_at, country) VALUES ($1, $2, 'US')", [
      id,
      new Date(0),
    ]);
    await world.sql.rows(
      "INSERT INTO orders (ref, customer_id, at, revenue_minor, currency) VALUES ('o' || $1, $1::int, $2::timestamptz - $3::int * interval '1 day', 4200, 'USD')",
      [id, START, silenceDays],
    );
  }

  async function publish(kind: "brand" | "company", settings: object) {
    const { version } = await marketer.api.settings.current({ kind });
    await marketer.api.settings.publish({
      kind,
      expectedVersion: version,
      body: settings,
      note: "For the test",
    });
  }

  async function ready() {
    await customer(1, 120);
    await publish("brand", { ...defaultBrand, name: "Larkfield" });
    await publish("company", { ...defaultCompany, postalAddress: "18 Mill Lane, Portland" });
  }

  return {
    ...world,
    marketer,
    customer,
    ready,
    /** A live campaign's id. */
    async launched(): Promise<number> {
      await ready();
      const { id } = await marketer.api.campaign.create(winBack);
      await marketer.api.campaign.move({ id, to: "live" });
      return id;
    },
  };
}

export type CampaignWorld = Awaited<ReturnType<typeof campaignWorld>>;
