import { CircleMinus, Hand } from "lucide-react";
import { reasonWords } from "@/components/reason-words";
import { cn } from "@/components/ui/cn";
import { ReasonCode } from "@/components/ui/reason-code";
import type { HeldMessage } from "./review-types";

type Props = { message: Pick<HeldMessage, "reasons" | "edited" | "preview">; currency: string };

/** Why the message waits: each reason with what its rule saw and the words that it minds; an edit may have mended them. */
export function HeldReasons({ message, currency }: Props) {
  const { reasons } = message;
  if (reasons.length === 0) return null;
  return (
    <ul
      aria-label="Why it waits"
      className="grid shrink-0 border-b bg-surface lg:grid-cols-[repeat(auto-fit,minmax(240px,1fr))]"
    >
      {reasons.map((reason) => (
        <li
          key={reason.code}
          className="flex gap-[9px] border-line px-4 py-3 text-12 text-ink-2 not-first:max-lg:border-t md:px-6 lg:not-first:border-l lg:not-first:px-4"
        >
          <span className={cn("mt-px [&_svg]:size-4", reason.level === "block" ? "text-block" : "text-hold")}>
            {reason.level === "block" ? <CircleMinus aria-hidden /> : <Hand aria-hidden />}
          </span>
          <p className="min-w-0">
            <span className="block font-medium text-ink">
              {reasonWords(reason.code, reason.facts, currency)}.
            </span>
            <ReasonCode className="mt-0.5">{reason.code}</ReasonCode>{" "}
            {reason.span !== null && <span>in “{reason.span}”</span>}
            {isMended(message, reason.span) && (
              <span className="mt-0.5 block font-medium text-pass">The edited words have it no more.</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Whether the words that a rule minded are gone since somebody edited them. */
const isMended = ({ edited, preview }: Props["message"], span: string | null): boolean =>
  span !== null &&
  edited &&
  preview.ok &&
  ![preview.subject, preview.preheader, preview.text].some((text) => text.includes(span));
