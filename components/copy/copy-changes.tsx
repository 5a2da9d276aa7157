import { Diff } from "@/components/ui/diff";
import type { CopyDraft } from "./copy-types";

const SEPARATOR = "\n\n";

/** An edit against the words that wait; what did not change is left out. */
export function CopyChanges({ before, after }: { before: CopyDraft; after: CopyDraft }) {
  const parts = [
    { label: "Subject", before: before.subject, after: after.subject },
    { label: "Preview line", before: before.preheader, after: after.preheader },
    { label: "Heading", before: before.heading, after: after.heading },
    {
      label: "Paragraphs",
      before: before.paragraphs.join(SEPARATOR),
      after: after.paragraphs.join(SEPARATOR),
    },
    { label: "Button", before: before.callToAction, after: after.callToAction },
  ].filter((part) => part.before !== part.after);
  if (parts.length === 0) return <p className="text-ink-3">Nothing is changed yet.</p>;
  return (
    <div className="grid gap-3">
      {parts.map((part) => (
        <div key={part.label}>
          <h4 className="text-11 text-ink-3">{part.label}</h4>
          <Diff before={part.before} after={part.after} />
        </div>
      ))}
    </div>
  );
}

export const sameCopy = (a: CopyDraft, b: CopyDraft): boolean => JSON.stringify(a) === JSON.stringify(b);
