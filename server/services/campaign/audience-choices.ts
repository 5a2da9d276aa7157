import { z } from "zod";
import { productCategories } from "@/server/store/audience.sql";
import { campaignNames } from "@/server/store/campaigns";
import { customerCountries } from "@/server/store/customers-list.sql";
import { view } from "../verb";

/** What the rules of an audience may name: categories, countries and campaigns that there are. */
export const audienceChoices = view(
  { needs: "campaign.read", input: z.object({}).prefault({}) },
  async ({ ctx }) => {
    const { sql } = ctx.platform.database;
    const [categories, countries, campaigns] = await Promise.all([
      productCategories(sql),
      customerCountries(sql),
      campaignNames(sql),
    ]);
    return { categories, countries, campaigns };
  },
);
