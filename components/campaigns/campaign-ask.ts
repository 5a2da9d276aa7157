import type { Ask } from "@/components/api-types";
import { CAMPAIGN_STATES } from "@/server/domain/campaign-state";

export type CampaignAsk = Omit<Extract<Ask["campaign"]["list"], object>, "page" | "pageSize">;

/** An address's query, on the server and in the browser. */
type Params = { get: (name: string) => string | null };

export const CAMPAIGN_SORT = "-updated";
const SORTS = ["name", "updated", "touches", "revenue"] as const;
/** What is archived is out of the way until it is asked for. */
const AT_HAND = CAMPAIGN_STATES.filter((state) => state !== "archived");

/** What the list is asked for, by the address; words that mean nothing are as if they were not there. */
export function campaignAsk(params: Params): CampaignAsk {
  const given = params.get("sort") ?? CAMPAIGN_SORT;
  const sort = SORTS.find((name) => name === given.replace(/^-/, ""));
  const states = CAMPAIGN_STATES.filter((state) => state === params.get("state"));
  return {
    search: params.get("q")?.slice(0, 100) ?? "",
    states: states.length === 0 ? AT_HAND : states,
    sort: sort ?? "updated",
    descending: sort === undefined || given.startsWith("-"),
  };
}

/** Whether something narrows the list. */
export const isNarrowed = (params: Params): boolean =>
  params.get("q") !== null || params.get("state") !== null;
