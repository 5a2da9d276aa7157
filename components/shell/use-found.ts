"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Megaphone, User } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/components/trpc";
import { useSettled } from "@/components/ui/use-settled";
import type { Permission } from "@/server/domain/role";
import type { PaletteGroup } from "./use-palette-entries";

const MOST = 5;
const PAUSE_MS = 200;
const LONGEST = 100;
/** Fewer letters begin too many names. A number may be short. */
const FINDABLE = /\p{L}{3}|\d|\p{Lo}{2}/u;

/** Customers and campaigns that go by what is typed, once it has stood still for a moment. */
export function useFound(
  granted: ReadonlySet<Permission>,
  typed: string,
): { groups: PaletteGroup[]; isLooking: boolean } {
  const trpc = useTRPC();
  const router = useRouter();
  const text = typed.trim().slice(0, LONGEST);
  const search = useSettled(text, PAUSE_MS);
  const isAsked = FINDABLE.test(search) && FINDABLE.test(text);
  const customers = useQuery({
    ...trpc.customer.list.queryOptions({ search, limit: MOST }),
    enabled: isAsked && granted.has("customer.read"),
    placeholderData: keepPreviousData,
  });
  const campaigns = useQuery({
    ...trpc.campaign.list.queryOptions({ search, pageSize: MOST }),
    enabled: isAsked && granted.has("campaign.read"),
    placeholderData: keepPreviousData,
  });
  if (!isAsked) return { groups: [], isLooking: FINDABLE.test(text) };
  const groups: PaletteGroup[] = [
    {
      title: "Customers",
      entries: (customers.data?.rows ?? []).map(({ id, name }) => ({
        key: `customer ${id}`,
        title: name ?? `Customer ${id}`,
        detail: String(id),
        icon: User,
        run: () => router.push(`/customers/${id}`),
      })),
    },
    {
      title: "Campaigns",
      entries: (campaigns.data?.rows ?? []).map(({ id, name }) => ({
        key: `campaign ${id}`,
        title: name,
        icon: Megaphone,
        run: () => router.push(`/campaigns/${id}`),
      })),
    },
  ];
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    isLooking: text !== search || customers.isFetching || campaigns.isFetching,
  };
}
