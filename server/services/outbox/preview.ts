import type { Context } from "@/server/context";
import type { Configuration } from "@/server/domain/settings/configuration";
import { Refusal } from "@/server/errors";
import { creativeContents } from "@/server/store/creative-content";
import { readPeople } from "@/server/store/people";
import { runConfiguration } from "@/server/store/run-configuration";
import { settingInForce } from "@/server/store/settings";
import { type RenderedMessage, renderMessages } from "./render-message";

/**
 * One message as this customer would get it, by the engine that sends: equal `renderHash`, equal bytes but for the links,
 * which lead nowhere here. Throws NOT_FOUND where there is no such creative.
 */
export async function previewMessage(
  ctx: Context,
  { runId, ...piece }: { runId: number; customerId: number; creativeId: number },
): Promise<RenderedMessage> {
  return previewCreative(ctx, piece, await runConfiguration(ctx.platform.database.sql, runId));
}

/** A creative as a customer would get it under a configuration, before any run has chosen it for them. */
export async function previewCreative(
  { platform }: Context,
  { customerId, creativeId }: { customerId: number; creativeId: number },
  configuration: Configuration,
): Promise<RenderedMessage> {
  const { sql } = platform.database;
  const creative = (await creativeContents(sql, [creativeId])).get(creativeId);
  if (creative === undefined)
    throw new Refusal("NOT_FOUND", `creativeId: there is no creative ${creativeId}`);
  const people = await readPeople(sql, platform.vault, [customerId]);
  const offer = configuration.offers.find(({ id }) => id === creative.offerId) ?? null;
  const { body: company } = await settingInForce(sql, "company");
  const [rendered] = await renderMessages(platform.renderer, [
    { creative, person: people.get(customerId), offer, company },
  ]);
  return rendered ?? { ok: false, error: "the renderer gave no answer" };
}
