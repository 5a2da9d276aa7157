"use client";
import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { ShellUser } from "./shell-user";

/** Loaded when it is first asked for. */
const PaletteDialog = dynamic(() => import("./palette-dialog").then((part) => part.PaletteDialog), {
  ssr: false,
});

/** The search box of the top bar, only its icon on a phone. ⌘K or Ctrl+K open the same. */
export function CommandPalette({ user }: { user: ShellUser }) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setAsked(true);
      setOpen((was) => !was);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
        className="flex h-7 w-[220px] items-center gap-2 rounded-md border border-line-2 bg-surface pr-1.5 pl-[9px] text-ink-3 max-lg:w-[150px] max-md:size-9 max-md:justify-center max-md:border-transparent max-md:bg-transparent max-md:p-0 max-md:text-ink-2"
      >
        <Search aria-hidden className="size-3.5 shrink-0 max-md:size-4" />
        <span className="max-md:sr-only">Search</span>
        <Kbd className="ml-auto max-md:hidden">⌘K</Kbd>
      </button>
      {asked && <PaletteDialog user={user} open={open} onOpenChange={setOpen} />}
    </>
  );
}
