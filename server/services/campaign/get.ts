import { z } from "zod";
import { CAMPAIGN_MOVES } from "@/server/domain/campaign-state";
import { rowId } from "@/server/domain/row-id";
import { campaignVersions } from "@/server/store/campaigns";
import { authorNames } from "@/server/store/setting-versions";
import { view } from "../verb";
import { launchChecks } from "./launch-checks";
import { workingCopy } from "./working-copy";

/**
 * One campaign with the body in force, its unpublished changes, versions and permitted moves. The checks are those of
 * what would be launched or published next.
 */
export const getCampaign = view(
  { needs: "campaign.read", input: z.object({ id: rowId }) },
  async ({ ctx, now, input: { id } }) => {
    const { database } = ctx.platform;
    const { campaign, draft, body } = await workingCopy(database.sql, id);
    const [heads, checks] = await Promise.all([
      campaignVersions(database, id),
      launchChecks(database.sql, { id, body, now }),
    ]);
    const names = await authorNames(
      database.sql,
      heads.map(({ author }) => author),
    );
    const versions = heads.map((one) => ({ ...one, authorName: names.get(one.author) ?? one.author }));
    return { ...campaign, draft, versions, checks, moves: CAMPAIGN_MOVES[campaign.state] };
  },
);
