import { joinOutcomes } from "@/server/services/measure/join-outcomes";
import { rollUp } from "@/server/services/measure/roll-up";
import { mutation, router } from "../trpc";

export const measureRouter = router({
  joinOutcomes: mutation(joinOutcomes),
  rollUp: mutation(rollUp),
});
