import { z } from "zod";
import { listReports } from "@/server/store/report-sends.sql";
import { view } from "../verb";

const MOST = 30;

/** The newest report mails, to whom and what became of them. Tests are among them. */
export const reportSends = view(
  { needs: "settings.read", input: z.object({}).prefault({}) },
  async ({ ctx }) =>
    (await listReports(ctx.platform.database.sql, MOST)).map(({ ref, ...sent }) => ({
      ...sent,
      ref,
      isTest: ref.startsWith("test "),
    })),
);
