"use client";
import { Monitor, Smartphone, Type } from "lucide-react";
import { useMemo, useState } from "react";
import { reasonWords } from "@/components/reason-words";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { Highlight } from "@/components/ui/highlight";
import { MailFrame } from "@/components/ui/mail-frame";
import { Segmented } from "@/components/ui/segmented";
import { findSpans, type MarkedSpan, markSpans } from "./mark-spans";
import type { HeldMessage } from "./review-types";
import { nameOf } from "./review-words";
import { useKeysBack } from "./use-keys-back";

type Preview = NonNullable<HeldMessage["preview"]>;
type Props = { message: HeldMessage; preview?: Preview };

/** The message as the customer will see it, with the words marked that a rule minds. */
export function MailView({ message, preview = message.preview }: Props) {
  const [view, setView] = useState<"desktop" | "phone" | "text">("desktop");
  const spans = useMemo(() => spansOf(message.reasons), [message.reasons]);
  if (!preview.ok) {
    return (
      <ErrorState title="The message could not be rendered">
        It cannot be sent as it is. The renderer said: {preview.error}
      </ErrorState>
    );
  }
  return (
    <div className="grid gap-2.5">
      <Segmented
        label="Seen as"
        className="justify-self-start"
        value={view}
        onValueChange={setView}
        options={[
          { value: "desktop", label: "Desktop", icon: <Monitor aria-hidden /> },
          { value: "phone", label: "Phone", icon: <Smartphone aria-hidden /> },
          { value: "text", label: "Text", icon: <Type aria-hidden /> },
        ]}
      />
      <article
        aria-label="The message"
        className={cn(
          "overflow-hidden rounded-lg border border-line-2 bg-surface shadow-2",
          view === "phone" && "mx-auto w-full max-w-[390px] rounded-[28px] border-4",
        )}
      >
        <MailHead message={message} preview={preview} spans={spans} />
        {view === "text" ? (
          <div className="max-h-[640px] overflow-y-auto p-4 font-mono text-12">
            <Highlight text={preview.text} spans={findSpans(preview.text, spans)} />
          </div>
        ) : (
          <HtmlView title={`Message to ${nameOf(message)}`} html={markSpans(preview.html, spans)} />
        )}
      </article>
    </div>
  );
}

function MailHead({
  message,
  preview,
  spans,
}: {
  message: HeldMessage;
  preview: Preview & { ok: true };
  spans: readonly MarkedSpan[];
}) {
  return (
    <header className="border-b bg-sunken px-[18px] py-3 text-12">
      <p className="[overflow-wrap:anywhere]">
        <span className="text-ink-3">From</span> {message.company.fromName}
        <span className="text-ink-3"> &lt;{message.company.fromAddress}&gt;</span>
      </p>
      <p className="[overflow-wrap:anywhere]">
        <span className="text-ink-3">To</span> {nameOf(message)}
        {message.person.email !== null && <span className="text-ink-3"> &lt;{message.person.email}&gt;</span>}
      </p>
      <p className="mt-1 text-14 font-semibold">
        <span className="sr-only">Subject: </span>
        <Highlight text={preview.subject} spans={findSpans(preview.subject, spans)} />
      </p>
      {preview.preheader !== "" && (
        <p className="text-ink-3">
          <span className="sr-only">Preview line: </span>
          <Highlight text={preview.preheader} spans={findSpans(preview.preheader, spans)} />
        </p>
      )}
    </header>
  );
}

/** Keeps the page's single keys working after a press into the frame. */
function HtmlView({ title, html }: { title: string; html: string }) {
  const frame = useKeysBack();
  return (
    <div ref={frame}>
      <MailFrame title={title} html={html} className="h-[640px] rounded-none border-0" />
    </div>
  );
}

function spansOf(reasons: HeldMessage["reasons"]): MarkedSpan[] {
  return reasons.flatMap(({ code, facts, span }) =>
    span === null ? [] : [{ text: span, label: reasonWords(code, facts) }],
  );
}
