import { firstSteps } from "@/server/services/company/first-steps";
import { demoHoldings } from "@/server/services/company/holdings";
import { startOwn } from "@/server/services/company/start-own";
import { mutation, query, router } from "../trpc";

export const companyRouter = router({
  firstSteps: query(firstSteps),
  holdings: query(demoHoldings),
  startOwn: mutation(startOwn),
});
