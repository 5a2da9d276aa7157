import { z } from "zod";
import { dayIn } from "@/server/domain/day-in";
import { compileReport } from "@/server/render/compile-report";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";
import { reportContent } from "./content";

/** Today's report as it would leave now, for whoever looks. */
export const previewReport = view(
  { needs: "figures.read", input: z.object({}).prefault({}) },
  async ({ ctx, now }) => {
    const { timeZone } = (await settingInForce(ctx.platform.database.sql, "company")).body;
    return compileReport(await reportContent(ctx, dayIn(now.getTime(), timeZone)));
  },
);
