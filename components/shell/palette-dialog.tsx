"use client";
import { Command } from "cmdk";
import { LogOut, type LucideIcon, Monitor, Moon, Search, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as Primitive } from "radix-ui";
import { DialogOverlay } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useOpener } from "@/components/ui/use-opener";
import { permissionsOf } from "@/server/domain/role";
import { leave } from "./leave";
import { matchWords } from "./match-words";
import { permittedNavigation } from "./navigation";
import type { ShellUser } from "./shell-user";
import { chooseTheme } from "./theme";

type Entry = { title: string; icon: LucideIcon; words: readonly string[]; run: () => void };

type PaletteDialogProps = { user: ShellUser; open: boolean; onOpenChange: (open: boolean) => void };

/** Every page and the few actions that belong to no page. */
export function PaletteDialog({ user, open, onOpenChange }: PaletteDialogProps) {
  const router = useRouter();
  const opener = useOpener();
  const act = (entry: Entry) => {
    onOpenChange(false);
    entry.run();
  };
  const pages = permittedNavigation(permissionsOf(user.roles)).map(({ title, items }) => ({
    title,
    entries: items.map((item) => ({
      title: item.title,
      icon: item.icon,
      words: item.words ?? [],
      run: () => router.push(item.href),
    })),
  }));

  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <DialogOverlay />
        <Primitive.Content
          aria-describedby={undefined}
          {...opener}
          className="fixed inset-x-3 top-[14vh] z-50 mx-auto max-w-lg animate-rise overflow-hidden rounded-lg border bg-surface shadow-3"
        >
          <Primitive.Title className="sr-only">Go to a page or do something</Primitive.Title>
          <Command label="Go to a page or do something" filter={matchWords} loop>
            <div className="flex items-center gap-2.5 border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
              <Command.Input
                placeholder="Where to?"
                className="h-12 w-full bg-transparent text-14 focus-visible:outline-none max-md:text-16"
              />
              <Kbd>esc</Kbd>
            </div>
            <Command.List className="max-h-[50vh] overflow-y-auto p-2">
              <Command.Empty className="px-2 py-6 text-center text-ink-3">
                Nothing is called that here.
              </Command.Empty>
              {[...pages, { title: "Actions", entries: actions }].map((group) => (
                <PaletteGroup key={group.title} title={group.title} entries={group.entries} onAct={act} />
              ))}
            </Command.List>
          </Command>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const actions: readonly Entry[] = [
  { title: "Light theme", icon: Sun, words: ["appearance"], run: () => chooseTheme("light") },
  { title: "Dark theme", icon: Moon, words: ["appearance", "night"], run: () => chooseTheme("dark") },
  { title: "Theme as the system", icon: Monitor, words: ["appearance"], run: () => chooseTheme("system") },
  { title: "Sign out", icon: LogOut, words: ["leave", "log out"], run: () => void leave() },
];

type PaletteGroupProps = { title: string; entries: readonly Entry[]; onAct: (entry: Entry) => void };

function PaletteGroup({ title, entries, onAct }: PaletteGroupProps) {
  return (
    <Command.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-11 [&_[cmdk-group-heading]]:text-ink-3"
    >
      {entries.map((entry) => (
        <Command.Item
          key={entry.title}
          value={entry.title}
          keywords={[title, ...entry.words]}
          onSelect={() => onAct(entry)}
          className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-fill"
        >
          <entry.icon aria-hidden className="size-4 text-ink-3" />
          {entry.title}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
