"use client";
import { Monitor, Smartphone, Type } from "lucide-react";
import { useState } from "react";
import type { Answer } from "@/components/api-types";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { Highlight } from "@/components/ui/highlight";
import { MailFrame } from "@/components/ui/mail-frame";
import { Segmented } from "@/components/ui/segmented";

type Span = { text: string; label: string };
type Props = {
  message: Answer["campaign"]["previewPiece"]["message"];
  to: string;
  spans: readonly Span[];
};

/** A rendered message: as a desktop shows it, as a phone does, and its plain text. */
export function RenderedMail({ message, to, spans }: Props) {
  const [view, setView] = useState<"desktop" | "phone" | "text">("desktop");
  if (!message.ok)
    return (
      <ErrorState title="The message could not be rendered">
        It cannot be sent as it is. The renderer said: {message.error}
      </ErrorState>
    );
  return (
    <div className="grid gap-2.5">
      <Segmented
        label="View"
        value={view}
        onValueChange={setView}
        options={[
          { value: "desktop", label: "Desktop", icon: <Monitor aria-hidden /> },
          { value: "phone", label: "Phone", icon: <Smartphone aria-hidden /> },
          { value: "text", label: "Text", icon: <Type aria-hidden /> },
        ]}
      />
      <article
        aria-label={`Message to ${to}`}
        className={cn(
          "overflow-hidden rounded-lg border border-line-2 bg-surface shadow-2",
          view === "phone" && "mx-auto w-full max-w-[390px]",
        )}
      >
        <header className="border-b bg-sunken px-[18px] py-3 text-12">
          <p className="text-14 font-semibold">
            <span className="sr-only">Subject: </span>
            <Highlight text={message.subject} spans={found(message.subject, spans)} />
          </p>
          {message.preheader !== "" && <p className="text-ink-3">{message.preheader}</p>}
        </header>
        {view === "text" ? (
          <div className="max-h-[560px] overflow-y-auto p-4 font-mono text-12">
            <Highlight text={message.text} spans={found(message.text, spans)} />
          </div>
        ) : (
          <MailFrame
            title={`Message to ${to}`}
            html={message.html}
            className="h-[560px] rounded-none border-0"
          />
        )}
      </article>
    </div>
  );
}

/** Where the words stand that a check minds, whatever their case. */
function found(text: string, spans: readonly Span[]) {
  const lower = text.toLowerCase();
  return spans.flatMap(({ text: words, label }) => {
    const start = words.trim() === "" ? -1 : lower.indexOf(words.toLowerCase());
    return start < 0 ? [] : [{ start, end: start + words.length, tone: "hold" as const, label }];
  });
}
