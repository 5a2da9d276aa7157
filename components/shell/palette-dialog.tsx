"use client";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { useState } from "react";
import { DialogOverlay } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useOpener } from "@/components/ui/use-opener";
import { type Permission, permissionsOf } from "@/server/domain/role";
import type { ShellUser } from "./shell-user";
import { useFound } from "./use-found";
import { type PaletteEntry, type PaletteGroup, usePaletteEntries } from "./use-palette-entries";

type PaletteDialogProps = { user: ShellUser; open: boolean; onOpenChange: (open: boolean) => void };

const LABEL = "Find a page, a customer or a campaign, or do something";

/** Pages, customers, campaigns and what can be done from anywhere, by their words. */
export function PaletteDialog({ user, open, onOpenChange }: PaletteDialogProps) {
  const opener = useOpener();
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <DialogOverlay />
        <Primitive.Content
          aria-describedby={undefined}
          {...opener}
          className="fixed inset-x-3 top-[14vh] z-50 mx-auto max-w-lg animate-rise overflow-hidden rounded-lg border bg-surface shadow-3"
        >
          <Primitive.Title className="sr-only">{LABEL}</Primitive.Title>
          <Palette user={user} onDone={() => onOpenChange(false)} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Palette({ user, onDone }: { user: ShellUser; onDone: () => void }) {
  const [typed, setTyped] = useState("");
  const granted = permissionsOf(user.roles);
  const known = usePaletteEntries(granted, typed);
  const { groups, isLooking } = useFound(granted, typed);
  const act = (entry: PaletteEntry) => {
    onDone();
    entry.run();
  };
  return (
    <Command label={LABEL} shouldFilter={false} loop>
      <div className="flex items-center gap-2.5 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={
            granted.has("customer.read") ? "Page, customer, campaign or action" : "Page, campaign or action"
          }
          className="h-12 w-full bg-transparent text-14 focus-visible:outline-none max-md:text-16"
        />
        <Kbd>esc</Kbd>
      </div>
      <Command.List className="max-h-[50vh] overflow-y-auto p-2">
        {!isLooking && (
          <Command.Empty className="px-4 py-6 text-center text-ink-3">
            Nothing found. {findableWords(granted)}
          </Command.Empty>
        )}
        {[...known, ...groups].map((group) => (
          <Group key={group.title} group={group} onAct={act} />
        ))}
        {isLooking && (
          <Command.Loading>
            <span className="block px-2 py-2 text-12 text-ink-3">Looking…</span>
          </Command.Loading>
        )}
      </Command.List>
    </Command>
  );
}

const FINDABLE = "Pages and actions are found by how their words begin, campaigns by their name";

/** What can be looked for, by whoever looks. */
const findableWords = (granted: ReadonlySet<Permission>): string =>
  granted.has("customer.read")
    ? `${FINDABLE}, customers by their name from three letters on, or by a whole address or number.`
    : `${FINDABLE}.`;

function Group({ group, onAct }: { group: PaletteGroup; onAct: (entry: PaletteEntry) => void }) {
  return (
    <Command.Group
      heading={group.title}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-11 [&_[cmdk-group-heading]]:text-ink-3"
    >
      {group.entries.map((entry) => (
        <Command.Item
          key={entry.key}
          value={entry.key}
          onSelect={() => onAct(entry)}
          className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-fill"
        >
          <entry.icon aria-hidden className="size-4 shrink-0 text-ink-3" />
          <span className="min-w-0 truncate">{entry.title}</span>
          {entry.detail && <span className="ml-auto shrink-0 text-12 text-ink-3">{entry.detail}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
