"use client";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import type { ShellCounts } from "./navigation";
import type { ShellUser } from "./shell-user";
import { Sidebar } from "./sidebar";

export type NavSheetProps = { user: ShellUser; counts: ShellCounts; company: string | null };

type OpenProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** The sidebar as a sheet; following a link closes it. */
export function NavSheet({ open, onOpenChange, ...sidebar }: NavSheetProps & OpenProps) {
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent label="Navigation">
        <Sidebar {...sidebar} onFollow={() => onOpenChange(false)} />
      </SheetContent>
    </Sheet>
  );
}
