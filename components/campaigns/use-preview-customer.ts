"use client";
import { useState } from "react";
import type { PickedCustomer } from "./customer-pick";
import { useReach } from "./use-reach";

type Found = { id: number; name: string | null };

export type PreviewCustomer = {
  /** some of the audience */
  offered: readonly Found[];
  /** they are being looked for */
  isLooking: boolean;
  /** whom pieces are shown for; null: nobody is there yet */
  customer: PickedCustomer | null;
  onPick: (customer: PickedCustomer) => void;
};

/** Whom pieces are shown for: one of the audience, until somebody else is picked. */
export function usePreviewCustomer(id: number): PreviewCustomer {
  const [picked, setPicked] = useState<PickedCustomer | null>(null);
  const reach = useReach(id);
  const offered = reach.data?.people.map(({ customerId, name }) => ({ id: customerId, name })) ?? [];
  const isLooking = reach.data === undefined && reach.error === null;
  return { offered, isLooking, customer: picked ?? firstOf(offered), onPick: setPicked };
}

const firstOf = ([first]: readonly Found[]): PickedCustomer | null =>
  first === undefined ? null : { id: first.id, name: first.name ?? `No. ${first.id}` };
