import { z } from "zod";
import { CAMPAIGN_STATES } from "@/server/domain/campaign-state";
import { rowId } from "@/server/domain/row-id";
import { listAuditEntries } from "@/server/store/audit-read";
import { authorNames } from "@/server/store/setting-versions";
import { view } from "../verb";

const MOST = 50;

/** What an audit entry of a move holds. */
const moved = z.object({
  data: z.object({ after: z.object({ state: z.enum(CAMPAIGN_STATES), reason: z.string().default("") }) }),
});

/** Who launched, paused, stopped or archived a campaign, when and why: the newest 50 first, as the audit holds them. */
export const campaignStateChanges = view(
  { needs: "campaign.read", input: z.object({ id: rowId }) },
  async ({ ctx, input: { id } }) => {
    const { sql } = ctx.platform.database;
    const entries = await listAuditEntries(
      sql,
      {
        action: "campaign.move",
        entityType: "campaign",
        entityId: String(id),
        actor: null,
        from: null,
        to: null,
      },
      { before: null, limit: MOST },
    );
    const names = await authorNames(
      sql,
      entries.map(({ actor }) => actor),
    );
    return entries.map(({ at, actor, body }) => {
      const { state, reason } = moved.parse(JSON.parse(body)).data.after;
      return { at, actor, actorName: names.get(actor) ?? null, state, reason };
    });
  },
);
