"use client";
import { Check } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { RefObject } from "react";
import { cn } from "./cn";
import type { MenuEntry, MenuPlace } from "./menu";

type MenuListProps = MenuPlace & {
  label: string;
  entries: readonly MenuEntry[];
  /** Gets the focus back. */
  button: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

const ITEM =
  "relative flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-highlighted:bg-fill data-disabled:cursor-not-allowed data-disabled:text-ink-3 max-md:min-h-9 [&_svg]:size-4 [&_svg]:shrink-0";

/** The open list. Not modal: the page behind stays readable and scrollable. */
export function MenuList(props: MenuListProps) {
  const { label, entries, button, open, onOpenChange, align = "end", side = "bottom", className } = props;
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          aria-labelledby={undefined}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            button.current?.focus();
          }}
          onInteractOutside={(event) => {
            // its own press closes
            if (event.target instanceof Node && button.current?.contains(event.target))
              event.preventDefault();
          }}
          className={cn("z-50 min-w-44 animate-rise rounded-lg border bg-surface p-1 shadow-3", className)}
        >
          {entries.map((entry, index) => (
            <Entry key={"key" in entry ? entry.key : `${entry.kind} ${index}`} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "heading":
      return (
        <DropdownMenu.Label className="truncate px-2 pt-1.5 pb-1 text-11 text-ink-3">
          {entry.text}
        </DropdownMenu.Label>
      );
    case "note":
      return <p className="px-2 pt-1 pb-2 text-ink-3">{entry.text}</p>;
    case "line":
      return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
    case "link":
      return (
        <DropdownMenu.Item asChild className={cn(ITEM, entry.className)}>
          <Link href={entry.href}>{entry.label}</Link>
        </DropdownMenu.Item>
      );
    case "action":
      return (
        <DropdownMenu.Item onSelect={entry.run} className={cn(ITEM, entry.danger && "text-block")}>
          {entry.icon && <entry.icon aria-hidden />}
          {entry.label}
        </DropdownMenu.Item>
      );
    case "choice":
      return (
        <DropdownMenu.CheckboxItem
          role="menuitemradio"
          checked={entry.isChosen}
          onSelect={entry.choose}
          className={cn(ITEM, "pr-8")}
        >
          {entry.label}
          <Tick />
        </DropdownMenu.CheckboxItem>
      );
    case "tick":
      return (
        <DropdownMenu.CheckboxItem
          checked={entry.isTicked}
          onSelect={(event) => event.preventDefault()}
          onCheckedChange={entry.tick}
          className={cn(ITEM, "pr-8")}
        >
          {entry.label}
          <Tick />
        </DropdownMenu.CheckboxItem>
      );
  }
}

function Tick() {
  return (
    <DropdownMenu.ItemIndicator className="absolute right-2">
      <Check aria-hidden className="text-accent" />
    </DropdownMenu.ItemIndicator>
  );
}
