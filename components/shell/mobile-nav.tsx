"use client";
import { Menu } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { NavSheetProps } from "./nav-sheet";

const NavSheet = dynamic(() => import("./nav-sheet").then((part) => part.NavSheet), { ssr: false });

/** The way to the sidebar, below 861 px. */
export function MobileNav(props: NavSheetProps) {
  const [open, setOpen] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const turn = (next: boolean) => {
    setIsAsked(true);
    setOpen(next);
  };
  return (
    <>
      <IconButton
        label="Navigation"
        icon={<Menu aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => turn(true)}
        className="-ml-1.5 md:hidden"
      />
      {isAsked && <NavSheet {...props} open={open} onOpenChange={turn} />}
    </>
  );
}
