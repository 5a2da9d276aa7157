import { z } from "zod";
import { AUTONOMY_GATE, autonomyGate } from "@/server/domain/autonomy-gate";
import { liftFigures } from "@/server/domain/kpi/lift-figures";
import { rowId } from "@/server/domain/row-id";
import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "@/server/store/database";
import { arms } from "@/server/store/figures-arms.sql";
import { reviews } from "@/server/store/figures-decisions.sql";
import { periodOf } from "@/server/store/figures-period.sql";
import { touchSums } from "@/server/store/figures-touches.sql";
import { settingInForce } from "@/server/store/settings";
import { armsQuery } from "../figures/arms-query";
import { view } from "../verb";

/** Whether the campaign may be set to act alone, and what that rests on: its last 90 days. */
export const campaignAutonomy = view(
  { needs: "campaign.read", input: z.object({ id: rowId }) },
  ({ ctx, now, input: { id } }) => gateOf(ctx.platform.database.sql, id, now),
);

/** The gate to autonomy with what the campaign has shown so far. */
export async function gateOf(sql: Sql, campaignId: number, now: Date) {
  const { body: company } = await settingInForce(sql, "company");
  const { body: configuration } = await settingInForce(sql, "configuration");
  const { timeZone, currency } = company;
  const first = new Date(now.getTime() - (AUTONOMY_GATE.days - 1) * DAY_MS).toISOString().slice(0, 10);
  const period = await periodOf(sql, { fromDay: first, toDay: null, now, timeZone });
  const scope = { ...period, timeZone, currency, campaignId, channel: null };
  const query = await armsQuery(sql, { scope, configuration });
  const [sums, divided, reviewed] = await Promise.all([
    touchSums(sql, scope),
    arms(sql, query),
    reviews(sql, scope),
  ]);
  return autonomyGate({
    decided: reviewed.approved + reviewed.rejected,
    overridden: reviewed.overridden,
    touches: sums.touches,
    complaints: sums.complaints,
    lift: liftFigures(divided, sums.touches, query.holdout).perPerson,
  });
}
