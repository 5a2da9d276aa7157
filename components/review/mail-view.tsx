"use client";
import { memo, useMemo } from "react";
import { reasonWords } from "@/components/reason-words";
import type { MarkedSpan } from "@/components/ui/mark-spans";
import { RenderedMail } from "@/components/ui/rendered-mail";
import type { HeldMessage } from "./review-types";
import { nameOf } from "./review-words";

type Preview = NonNullable<HeldMessage["preview"]>;
type Props = { message: HeldMessage; preview?: Preview };

/** The message as the customer will see it, with the words marked that a rule minds. */
export const MailView = memo(function MailView({ message, preview = message.preview }: Props) {
  const spans = useMemo(() => spansOf(message.reasons), [message.reasons]);
  return (
    <RenderedMail
      mail={preview}
      to={nameOf(message)}
      spans={spans}
      envelope={<Envelope message={message} />}
    />
  );
});

function Envelope({ message: { company, person }, message }: { message: HeldMessage }) {
  return (
    <>
      <p>
        <span className="text-ink-3">From</span> {company.fromName}
        <span className="text-ink-3"> &lt;{company.fromAddress}&gt;</span>
      </p>
      <p>
        <span className="text-ink-3">To</span> {nameOf(message)}
        {person.email !== null && <span className="text-ink-3"> &lt;{person.email}&gt;</span>}
      </p>
    </>
  );
}

function spansOf(reasons: HeldMessage["reasons"]): MarkedSpan[] {
  return reasons.flatMap(({ code, facts, span, level }) =>
    span === null
      ? []
      : [
          {
            text: span,
            label: reasonWords(code, facts),
            tone: level === "doubt" ? ("hold" as const) : ("block" as const),
          },
        ],
  );
}
