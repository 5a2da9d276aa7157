import { settingKinds } from "@/server/domain/settings";
import { company } from "@/server/domain/settings/company";
import type { Sql } from "@/server/store/database";

/** A sender with a postal address, and the other documents as they come, each as version 1. */
export async function seedSettings(sql: Sql, now: Date): Promise<void> {
  const bodies = {
    configuration: settingKinds.configuration.initial,
    policy: settingKinds.policy.initial,
    brand: { ...settingKinds.brand.initial, name: "Larkfield" },
    company: company.parse({
      name: "Larkfield",
      currency: "GBP",
      timeZone: "Europe/London",
      country: "GB",
      fromName: "Larkfield",
      fromAddress: "hello@larkfield.example",
      postalAddress: "Larkfield Ltd, 12 Mill Lane, Bristol BS1 4DJ",
      websiteUrl: "https://larkfield.example",
    }),
  };
  for (const [kind, body] of Object.entries(bodies)) {
    await sql.rows(
      `INSERT INTO setting_versions (kind, version, body, note, author, published_at)
       VALUES ($1, 1, $2::jsonb, '', 'seed', $3)`,
      [kind, JSON.stringify(body), now],
    );
  }
}
