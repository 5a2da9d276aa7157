"use client";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { KeyNames } from "@/components/ui/key-names";
import { type KeyLine, pageKeysNow } from "@/components/ui/page-keys";

const EVERYWHERE: readonly KeyLine[] = [
  [["⌘K", "Ctrl K"], "Search: go to any page, or do what belongs to none"],
  [["↑", "↓", "↵"], "Choose in the search or in a menu"],
  [["Tab"], "To the next control"],
  [["Esc"], "Close what is open"],
  [["?"], "These keys"],
];

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** All keys: those of the page, and those that every page has. */
export function KeyDialog({ open, onOpenChange }: Props) {
  const here = open ? pageKeysNow() : [];
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Keys">
        {here.length > 0 && <KeyList title="On this page" lines={here} />}
        <KeyList title="Everywhere" lines={EVERYWHERE} />
      </DialogContent>
    </Dialog>
  );
}

function KeyList({ title, lines }: { title: string; lines: readonly KeyLine[] }) {
  return (
    <section className="not-first:mt-5">
      <h3 className="mb-2 text-12 font-medium text-ink-3">{title}</h3>
      <dl className="grid grid-cols-[minmax(88px,auto)_1fr] items-center gap-x-4 gap-y-2">
        {lines.map(([keys, what]) => (
          <div key={what} className="contents">
            <dt className="flex gap-1">
              <KeyNames keys={keys} />
            </dt>
            <dd className="text-ink-2">{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
