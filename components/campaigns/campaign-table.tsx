"use client";
import { Megaphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { useTRPC, useTRPCClient } from "@/components/trpc";
import { AddressInPlace } from "@/components/ui/address-in-place";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table/data-table";
import { firstPage, numberedPages } from "@/components/ui/data-table/numbered-pages";
import { useListedRows } from "@/components/ui/data-table/use-listed-rows";
import { Empty } from "@/components/ui/empty";
import { FilterSelect } from "@/components/ui/filter-select";
import { SearchBox } from "@/components/ui/search-box";
import { useUrlParams } from "@/components/ui/use-url-params";
import { CAMPAIGN_STATES } from "@/server/domain/campaign-state";
import { CAMPAIGN_SORT, type CampaignAsk, campaignAsk, isNarrowed } from "./campaign-ask";
import { type CampaignRow, campaignColumns } from "./campaign-columns";
import { STATE_WORDS } from "./campaign-words";

type Props = {
  /** What the page brought along, and for which question. */
  first: { ask: CampaignAsk; page: Answer["campaign"]["list"] };
  views: ReactNode;
  mayCreate: boolean;
  mayReview: boolean;
};

/** All campaigns with what waits, what left and what it earned. */
export function CampaignTable(props: Props) {
  return (
    <AddressInPlace>
      <Listed {...props} />
    </AddressInPlace>
  );
}

const idOf = (row: CampaignRow) => row.id;

function Listed({ first, views, mayCreate, mayReview }: Props) {
  const { currency, timeZone } = useCompany();
  const { params } = useUrlParams();
  const ask = campaignAsk(params);
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const rows = useListedRows<CampaignRow, number>({
    key: [...trpc.campaign.list.pathKey(), ask],
    ...numberedPages((page, signal) => client.campaign.list.query({ ...ask, ...page }, { signal })),
    first: JSON.stringify(ask) === JSON.stringify(first.ask) ? firstPage(first.page) : undefined,
  });
  const columns = useMemo(
    () => campaignColumns({ currency, timeZone, mayReview }),
    [currency, timeZone, mayReview],
  );
  return (
    <DataTable
      label="Campaigns"
      noun={["campaign", "campaigns"]}
      columns={columns}
      rows={rows}
      idOf={idOf}
      nameOf={(row) => row.name}
      onOpen={(row) => router.push(`/campaigns/${row.id}`)}
      fallbackSort={CAMPAIGN_SORT}
      search={<SearchBox label="Search campaigns" />}
      filters={
        <FilterSelect
          param="state"
          label="State"
          all="All but archived"
          options={CAMPAIGN_STATES.map((value) => ({ value, label: STATE_WORDS[value].word }))}
        />
      }
      views={views}
      empty={isNarrowed(params) ? <NothingMatches /> : <NoCampaigns mayCreate={mayCreate} />}
    />
  );
}

const NoCampaigns = ({ mayCreate }: Pick<Props, "mayCreate">) => (
  <Empty
    title="No campaigns yet"
    icon={<Megaphone aria-hidden />}
    action={
      mayCreate && (
        <ButtonLink href="/campaigns/new" variant="primary">
          New campaign
        </ButtonLink>
      )
    }
  >
    A campaign names a goal, the people it is for and what may be done. The agent decides for each of them.
  </Empty>
);

const NothingMatches = () => <Empty title="Nothing matches">Change the search or the state above.</Empty>;
