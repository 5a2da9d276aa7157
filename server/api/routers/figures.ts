import { campaigns } from "@/server/services/figures/campaigns";
import { daily } from "@/server/services/figures/daily";
import { overview } from "@/server/services/figures/overview";
import { query, router } from "../trpc";

export const figuresRouter = router({
  overview: query(overview),
  daily: query(daily),
  campaigns: query(campaigns),
});
