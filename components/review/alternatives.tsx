"use client";
import { useId } from "react";
import { choiceWords } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import type { CopyDraft } from "@/components/copy/copy-types";
import { Button } from "@/components/ui/button";
import { formatMoney } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Kbd } from "@/components/ui/kbd";
import type { Desk, HeldMessage } from "./review-types";

type Alternative = HeldMessage["alternatives"][number];
type Props = {
  message: HeldMessage;
  offers: Desk["offers"];
  /** null where the one who looks may not edit */
  onUse: ((copy: CopyDraft) => void) | null;
};

/** Words that may take the place of the draft as they are: for the same action and offer. */
export const usableWords = ({ alternatives, creative }: HeldMessage): { id: number; copy: CopyDraft }[] =>
  alternatives.flatMap(({ id, action, offerId, copy }) =>
    action === creative.action && offerId === creative.offerId && copy !== null ? [{ id, copy }] : [],
  );

/** What else is written for this segment, with the score of what it would do. */
export function Alternatives({ message, offers, onUse }: Props) {
  const company = useCompany();
  const titleId = useId();
  const { alternatives } = message;
  if (alternatives.length === 0) return null;
  const usable = usableWords(message);
  const currency = message.currency ?? company.currency;
  /** what may be used comes first, in the order of its keys */
  const placeOf = ({ id }: Alternative) => usable.findIndex((one) => one.id === id) + 1 || 99;
  return (
    <section aria-labelledby={titleId} className="mt-6">
      <h3 id={titleId} className="font-semibold">
        Other words for this segment
      </h3>
      {onUse !== null && (
        <Hint>
          {usable.length > 0 &&
            "A key opens them in place of the draft and checks them; nothing is saved by that. "}
          {usable.length < alternatives.length &&
            "Those without a key are for another offer or action, so they are here only to compare."}
        </Hint>
      )}
      <ul className="mt-2 rounded-md border bg-surface">
        {alternatives
          .toSorted((a, b) => placeOf(a) - placeOf(b))
          .map((one) => {
            const place = usable.findIndex(({ id }) => id === one.id);
            const copy = usable[place]?.copy;
            return (
              <li key={one.id} className="flex items-center gap-3 px-3 py-2.5 not-first:border-t">
                <Words one={one} offers={offers} />
                <span className="text-right">
                  <span className="block">{formatMoney(one.scoreMinor, currency)}</span>
                  <span className="block text-11 text-ink-3">score</span>
                </span>
                {copy !== undefined && onUse !== null && (
                  <Button size="sm" onClick={() => onUse(copy)}>
                    Use {place < 9 && <Kbd>{place + 1}</Kbd>}
                  </Button>
                )}
              </li>
            );
          })}
      </ul>
    </section>
  );
}

function Words({ one, offers }: { one: Alternative; offers: Desk["offers"] }) {
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate font-medium">{one.subject}</span>
      <span className="block text-12 text-ink-3">
        {choiceWords(one, offers)} · variant {one.variant} · by {one.writtenBy}
        {one.isApproved ? " · approved" : ""}
      </span>
    </span>
  );
}
