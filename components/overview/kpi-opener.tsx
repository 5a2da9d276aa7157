"use client";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { KpiDialogProps } from "./kpi-dialog";

/** It comes when a hand is on its way to the card: few cards are ever opened. */
const KpiDialog = dynamic(() => import("./kpi-dialog").then((part) => part.KpiDialog), { ssr: false });

type Props = Pick<KpiDialogProps, "card" | "currency" | "scope"> & { children: ReactNode };

/** A card that opens what its figure means. It shares three rows with the cards beside it: title, figure, bounds. */
export function KpiOpener({ children, ...figure }: Props) {
  const [open, setOpen] = useState(false);
  const [isNear, setIsNear] = useState(false);
  const approach = () => setIsNear(true);
  const turn = (next: boolean) => {
    approach();
    setOpen(next);
  };
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={approach}
        onFocus={approach}
        onClick={() => turn(true)}
        className="row-span-3 grid min-w-0 grid-rows-subgrid gap-1.5 text-left hover:bg-fill/55 focus-visible:relative focus-visible:z-10 focus-visible:-outline-offset-2"
      >
        {children}
      </button>
      {isNear && <KpiDialog {...figure} open={open} onOpenChange={turn} />}
    </>
  );
}
