"use client";
import { Monitor, Smartphone, Type } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cn } from "./cn";
import { ErrorState } from "./error-state";
import { Highlight } from "./highlight";
import { MailFrame } from "./mail-frame";
import { findSpans, type MarkedSpan, markSpans } from "./mark-spans";
import { Segmented } from "./segmented";
import { useKeysBack } from "./use-keys-back";

export type Rendering =
  | { ok: true; subject: string; preheader: string; html: string; text: string }
  | { ok: false; error: string };

type RenderedMailProps = {
  mail: Rendering;
  /** Whom it is to; read out. */
  to: string;
  /** Words that a rule minds, marked wherever they stand. */
  spans: readonly MarkedSpan[];
  /** Above the subject: who writes to whom. */
  envelope?: ReactNode;
};

type View = "desktop" | "phone" | "text";

/** A message as its reader will see it: as a desktop shows it, as a phone does, and its plain text. */
export function RenderedMail({ mail, to, spans, envelope }: RenderedMailProps) {
  const [view, setView] = useState<View>("desktop");
  if (!mail.ok)
    return (
      <ErrorState title="The message could not be rendered">
        It cannot be sent as it is. The renderer said: {mail.error}
      </ErrorState>
    );
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
        aria-label={`Mail as ${to} gets it`}
        className={cn(
          "overflow-hidden rounded-lg border border-line-2 bg-surface shadow-2",
          view === "phone" && "mx-auto w-full max-w-[390px] rounded-[28px] border-4",
        )}
      >
        <header className="border-b bg-sunken px-[18px] py-3 text-12">
          {envelope && <div className="mb-1 [overflow-wrap:anywhere]">{envelope}</div>}
          <p className="text-14 font-semibold">
            <span className="sr-only">Subject: </span>
            <Highlight text={mail.subject} spans={findSpans(mail.subject, spans)} />
          </p>
          {mail.preheader !== "" && (
            <p className="text-ink-3">
              <span className="sr-only">Preview line: </span>
              <Highlight text={mail.preheader} spans={findSpans(mail.preheader, spans)} />
            </p>
          )}
        </header>
        {view === "text" ? (
          <div className="p-4 font-mono text-12">
            <Highlight text={mail.text} spans={findSpans(mail.text, spans)} />
          </div>
        ) : (
          <HtmlView title={`Words to ${to}`} html={markSpans(mail.html, spans)} />
        )}
      </article>
    </div>
  );
}

/** Keeps the page's single keys working after a press into the frame. */
function HtmlView({ title, html }: { title: string; html: string }) {
  const frame = useKeysBack();
  return (
    <div ref={frame}>
      <MailFrame fits title={title} html={html} className="h-[640px] rounded-none border-0" />
    </div>
  );
}
