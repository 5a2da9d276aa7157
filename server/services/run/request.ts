import { z } from "zod";
import { nameOf } from "@/server/context";
import { fnv1a } from "@/server/domain/moment";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { readCampaign } from "@/server/store/campaigns";
import type { Sql } from "@/server/store/database";
import { insertRun, runByRef, runUnderWay } from "@/server/store/runs";
import { settingInForce } from "@/server/store/settings";
import { verb } from "../verb";

const input = z.object({
  campaignId: rowId,
  /** makes a repeated request harmless: the same ref is the same run */
  ref: z.string().trim().min(1).max(100).optional(),
});

/**
 * Starts a run of a live campaign over everybody in its audience now, under the versions in force. Answers its id. A
 * campaign has one run under way at most; asking again with the same `ref` answers the same run.
 */
export const requestRun = verb(
  { action: "run.request", needs: "campaign.launch", input },
  async ({ tx: { sql }, actor, now, input }) => {
    const campaign = await readCampaign(sql, input.campaignId, true);
    if (campaign === null)
      throw new Refusal("NOT_FOUND", `campaignId: there is no campaign ${input.campaignId}`);
    const ref = input.ref ?? `campaign-${campaign.id}@${now.toISOString()}`;
    const standing = await runByRef(sql, ref);
    if (standing !== null && standing.campaignId !== campaign.id)
      throw new Refusal(
        "CONFLICT",
        `ref: ${ref} is a run of campaign ${standing.campaignId}; choose another`,
      );
    if (standing !== null) return changeOf(standing.id, standing, standing);
    if (campaign.state !== "live")
      throw new Refusal("CONFLICT", `campaignId: a ${campaign.state} campaign cannot run; set it live first`);
    const other = await runUnderWay(sql, campaign.id);
    if (other !== null)
      throw new Refusal("CONFLICT", `campaignId: run ${other.id} is still under way; wait for it or stop it`);

    const versions = await versionsInForce(sql);
    const run = {
      ...versions,
      ref,
      campaignId: campaign.id,
      campaignVersion: campaign.version,
      at: now,
      seed: fnv1a(ref),
      requestedBy: nameOf(actor),
    };
    return changeOf(await insertRun(sql, run), null, run);
  },
);

async function versionsInForce(sql: Sql) {
  const configuration = await settingInForce(sql, "configuration");
  const policy = await settingInForce(sql, "policy");
  const brand = await settingInForce(sql, "brand");
  return {
    configurationVersion: configuration.version,
    policyVersion: policy.version,
    brandVersion: brand.version,
  };
}

const changeOf = (runId: number, before: unknown, after: unknown) => ({
  out: { runId },
  entity: { type: "run", id: String(runId) },
  before,
  after,
  events: [{ name: "run/requested", data: { runId }, id: `run-requested-${runId}` }],
});
