import type { Answer } from "@/components/api-types";
import type { CompanyContext } from "@/components/company";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { formatCount, formatInstant, formatMoney } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Goal } from "@/server/domain/goal";
import { GOAL_WORDS, STATE_WORDS } from "./campaign-words";

export type CampaignRow = Answer["campaign"]["list"]["rows"][number];

/** The columns of the list of campaigns. */
export function campaignColumns({
  currency,
  timeZone,
  mayReview,
}: Pick<CompanyContext, "currency" | "timeZone"> & {
  mayReview: boolean;
}): readonly TableColumn<CampaignRow>[] {
  return [
    {
      id: "name",
      title: "Campaign",
      width: 220,
      grows: true,
      always: true,
      sort: "name",
      cell: (row) => (
        <TextLink look="name" href={`/campaigns/${row.id}`} prefetch={false}>
          {row.name}
        </TextLink>
      ),
    },
    {
      id: "state",
      title: "State",
      width: 100,
      cell: (row) => <Status tone={STATE_WORDS[row.state].tone}>{STATE_WORDS[row.state].word}</Status>,
    },
    {
      id: "goal",
      title: "Goal",
      width: 150,
      cell: (row) => GOAL_WORDS[row.goal as Goal]?.title ?? row.goal,
    },
    {
      id: "last-run",
      title: "Last run",
      width: 160,
      cell: (row) => (row.lastRunAt === null ? "Never" : formatInstant(row.lastRunAt, timeZone)),
    },
    {
      id: "audience",
      title: "Audience",
      width: 90,
      numeric: true,
      cell: (row) => formatCount(row.lastRunAt === null ? null : row.audience),
    },
    { id: "waiting", title: "Waiting", width: 80, numeric: true, cell: waiting(mayReview) },
    {
      id: "touches",
      title: "Touches",
      width: 90,
      numeric: true,
      sort: "touches",
      cell: (row) => formatCount(row.touches),
    },
    {
      id: "orders",
      title: "Led to an order",
      width: 125,
      numeric: true,
      startsHidden: true,
      cell: (row) => formatCount(row.conversions),
    },
    {
      id: "per-touch",
      title: "A touch",
      width: 80,
      numeric: true,
      cell: (row) => formatMoney(row.touches === 0 ? null : row.revenueMinor / row.touches, currency),
    },
    {
      id: "revenue",
      title: "Attributed revenue",
      width: 165,
      numeric: true,
      sort: "revenue",
      cell: (row) => formatMoney(row.revenueMinor, currency),
    },
    {
      id: "updated",
      title: "Changed",
      width: 160,
      numeric: true,
      sort: "updated",
      startsHidden: true,
      cell: (row) => formatInstant(row.updatedAt, timeZone),
    },
  ];
}

const waiting =
  (mayReview: boolean) =>
  ({ id, held }: CampaignRow) =>
    held === 0 || !mayReview ? (
      formatCount(held)
    ) : (
      <TextLink href={`/review?campaign=${id}`}>{formatCount(held)}</TextLink>
    );
