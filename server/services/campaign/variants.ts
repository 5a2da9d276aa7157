import { z } from "zod";
import { type Figure, known, missing } from "@/server/domain/kpi/figure";
import { rowId } from "@/server/domain/row-id";
import { wilson } from "@/server/domain/stats/wilson";
import { DAY_MS } from "@/server/domain/time";
import { variantSums } from "@/server/store/campaign-variants.sql";
import { view } from "../verb";

const DAYS = 90;

/** How the campaign's variants did in the last 90 days: touches, clicks and orders of each, with intervals. */
export const campaignVariants = view(
  { needs: "campaign.read", input: z.object({ id: rowId }) },
  async ({ ctx, now, input: { id } }) => {
    const since = new Date(now.getTime() - DAYS * DAY_MS);
    const rows = await variantSums(ctx.platform.database.sql, id, since);
    const touches = rows.reduce((sum, row) => sum + row.touches, 0);
    return {
      days: DAYS,
      touches,
      variants: rows.map((row) => ({
        ...row,
        share: row.touches / touches,
        clickRate: rate(row.clicked, row.touches),
        orderRate: rate(row.ordered, row.touches),
      })),
    };
  },
);

function rate(part: number, whole: number): Figure {
  const found = wilson(part, whole);
  return found === null ? missing("touches", 0, 1) : known(found);
}
