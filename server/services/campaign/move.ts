import { z } from "zod";
import { CAMPAIGN_MOVES, CAMPAIGN_STATES } from "@/server/domain/campaign-state";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { readCampaign, storeState, type Withdrawn, withdrawUnsent } from "@/server/store/campaigns";
import { verb } from "../verb";
import { launchChecks } from "./launch-checks";

const input = z.object({
  id: rowId,
  to: z.enum(CAMPAIGN_STATES),
  reason: z.string().trim().max(500).default(""),
});

const NOTHING: Withdrawn = { runs: [], messages: 0, reviews: 0 };

/**
 * Moves a campaign along its permitted states. A launch is refused while the checklist has an open line; a stop takes
 * back every message that waits, in the same transaction: what was claimed before it may still leave.
 */
export const moveCampaign = verb(
  { action: "campaign.move", needs: "campaign.launch", input },
  async ({ tx, now, ctx, input: { id, to, reason } }) => {
    const campaign = await readCampaign(tx.sql, id, true);
    if (campaign === null) throw new Refusal("NOT_FOUND", `id: there is no campaign ${id}`);
    if (!CAMPAIGN_MOVES[campaign.state].includes(to)) {
      throw new Refusal("CONFLICT", `to: a ${campaign.state} campaign cannot become ${to}`);
    }
    if (to === "live") {
      const open = (await launchChecks(ctx.platform.database.sql, { id, body: campaign.body, now })).filter(
        ({ ok }) => !ok,
      );
      if (open.length > 0) throw new Refusal("BAD_REQUEST", open.map(({ remedy }) => remedy).join(" "));
    }
    const withdrawn = to === "stopped" ? await withdrawUnsent(tx, id, now) : NOTHING;
    await storeState(tx, id, to, now);
    return {
      out: { id, state: to, withdrawn },
      entity: { type: "campaign", id: String(id) },
      before: { state: campaign.state },
      after: { state: to, reason, withdrawn },
      events: withdrawn.runs.map((runId) => ({
        name: "run/stopped",
        data: { runId },
        id: `run-stopped-${runId}`,
      })),
    };
  },
);
