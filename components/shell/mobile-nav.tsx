"use client";
import { Menu } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import type { ShellCounts } from "./navigation";
import type { ShellUser } from "./shell-user";
import { Sidebar } from "./sidebar";

type MobileNavProps = { user: ShellUser; counts: ShellCounts; company: string | null };

/** The sidebar as a sheet, below 861 px. */
export function MobileNav(props: MobileNavProps) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger asChild>
        <IconButton label="Navigation" icon={<Menu aria-hidden />} className="-ml-1.5 md:hidden" />
      </SheetTrigger>
      <SheetContent label="Navigation">
        <Sidebar {...props} onFollow={() => setOpen(false)} />
      </SheetContent>
    </Sheet>
  );
}
