"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useShortcuts } from "@/components/ui/use-shortcuts";

/** Loaded when it is first asked for. */
const KeyDialog = dynamic(() => import("./key-dialog").then((part) => part.KeyDialog), { ssr: false });

/** `?` tells the keys of the page in view and those that work everywhere. Draws nothing before. */
export function KeyHelp() {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  useShortcuts({
    "?": () => {
      setAsked(true);
      setOpen(true);
    },
  });
  return asked && <KeyDialog open={open} onOpenChange={setOpen} />;
}
