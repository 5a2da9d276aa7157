import { Hint } from "@/components/ui/hint";
import { linkParts } from "./link-parts";

/** The text part, with its links to follow. */
export function MailText({ text }: { text: string }) {
  return (
    <div className="grid gap-2">
      <div className="rounded-md border bg-sunken px-4 py-3 text-14 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {linkParts(text).map((part) =>
          part.href === null ? (
            part.text
          ) : (
            <a
              key={part.at}
              href={part.href}
              target="_blank"
              rel="noopener noreferrer"
              className="rounded-sm text-accent underline decoration-accent-line underline-offset-3 hover:decoration-accent"
            >
              {part.text}
              <span className="sr-only"> (opens in a new window)</span>
            </a>
          ),
        )}
      </div>
      <Hint>A link that you follow here counts as this customer's click; unsubscribing takes effect.</Hint>
    </div>
  );
}
