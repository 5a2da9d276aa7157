import type { CampaignBody } from "@/server/domain/campaign";
import { Refusal } from "@/server/errors";
import { type CampaignDraft, readDraft } from "@/server/store/campaign-drafts";
import { readCampaign, type StoredCampaign } from "@/server/store/campaigns";
import type { Sql } from "@/server/store/database";

/** A campaign as it is being edited: `body` is that of its unpublished changes, else that of its newest version. */
export type WorkingCopy = { campaign: StoredCampaign; draft: CampaignDraft | null; body: CampaignBody };

/** Reads a campaign with its unpublished changes. Throws NOT_FOUND for an unknown id. `lock` holds the campaign's row. */
export async function workingCopy(sql: Sql, id: number, lock = false): Promise<WorkingCopy> {
  const campaign = await readCampaign(sql, id, lock);
  if (campaign === null) throw new Refusal("NOT_FOUND", `id: there is no campaign ${id}`);
  const draft = await readDraft(sql, id);
  return { campaign, draft, body: draft?.body ?? campaign.body };
}

/** Whoever saw an older state is told, whichever part of it moved on. */
export function refuseStale(
  { campaign, draft }: WorkingCopy,
  expectedVersion: number,
  expectedEdition: number | null,
): void {
  if (campaign.version !== expectedVersion) {
    throw new Refusal(
      "CONFLICT",
      `expectedVersion: somebody saved version ${campaign.version} meanwhile; reload and repeat`,
    );
  }
  if ((draft?.edition ?? null) !== expectedEdition) {
    throw new Refusal(
      "CONFLICT",
      "expectedEdition: somebody saved or published other changes meanwhile; reload and repeat",
    );
  }
}

/** What was stopped or put away is changed no more. */
export function refuseOver({ state }: Pick<StoredCampaign, "state">): void {
  if (state === "stopped" || state === "archived")
    throw new Refusal("CONFLICT", `this campaign is ${state}; duplicate it to go on`);
}
