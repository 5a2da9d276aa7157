"use client";
import type { LucideIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { type ComponentProps, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { cn } from "./cn";

type Named = { key: string; label: ReactNode };

/** One line of a menu. `key` is unique among the entries. */
export type MenuEntry =
  | { kind: "heading" | "note"; text: ReactNode }
  | { kind: "line" }
  | (Named & { kind: "action"; icon?: LucideIcon; run: () => void; danger?: boolean })
  | (Named & { kind: "link"; href: string; className?: string })
  /** one of several; headings and lines may stand between them */
  | (Named & { kind: "choice"; isChosen: boolean; choose: () => void })
  /** stays open when pressed: several are ticked in one go */
  | (Named & { kind: "tick"; isTicked: boolean; tick: (ticked: boolean) => void });

export type MenuButtonProps = Pick<
  ComponentProps<"button">,
  "ref" | "aria-haspopup" | "aria-expanded" | "onClick" | "onKeyDown" | "onPointerEnter" | "onFocus"
>;

export type MenuPlace = { align?: "start" | "end"; side?: "top" | "bottom"; className?: string };

type MenuProps = MenuPlace & {
  /** Read out with the list. */
  label: string;
  /** A Button or IconButton that takes these. */
  button: (props: MenuButtonProps) => ReactNode;
  entries: readonly MenuEntry[];
  onOpenChange?: (open: boolean) => void;
  /** Of what holds the button. */
  holder?: string;
};

/** It comes when a hand is on its way to the button: no page needs a list that nobody opens. */
const MenuList = dynamic(() => import("./menu-list").then((part) => part.MenuList), { ssr: false });

/** A button and its list of actions, choices or places. */
export function Menu({ label, button, entries, onOpenChange, holder, ...place }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [isNear, setIsNear] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const turn = (next: boolean) => {
    setIsNear(true);
    setOpen(next);
    onOpenChange?.(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" || open) return;
    event.preventDefault();
    turn(true);
  };
  return (
    <span className={cn("relative inline-flex min-w-0", holder)}>
      {button({
        ref,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        onClick: () => turn(!open),
        onKeyDown,
        onPointerEnter: () => setIsNear(true),
        onFocus: () => setIsNear(true),
      })}
      {isNear && (
        <MenuList {...place} label={label} entries={entries} button={ref} open={open} onOpenChange={turn} />
      )}
    </span>
  );
}
