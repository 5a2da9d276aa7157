"use client";
import { type KeyboardEvent, useRef, useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";
import { REJECT_REASONS, type RejectReason } from "@/server/domain/review";

type Answer = { reasonCode: RejectReason; note: string };
type Props = {
  name: string;
  onClose: () => void;
  onReject: (answer: Answer) => void;
};

const REASONS = Object.entries(REJECT_REASONS).map(([code, title]) => ({
  code: code as RejectReason, // the keys of the record
  title,
}));

/** Why a message is turned down: one key, or one press. Mounted with each opening, so that it starts empty. */
export function RejectDialog({ name, onClose, onReject }: Props) {
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Reasons name={name} onReject={onReject} />
    </Dialog>
  );
}

function Reasons({ name, onReject }: Pick<Props, "name" | "onReject">) {
  const first = useRef<HTMLButtonElement>(null);
  const [note, setNote] = useState("");
  const [isMissing, setMissing] = useState(false);
  const choose = (reasonCode: RejectReason) => {
    const lacks = reasonCode === "other" && note.trim() === "";
    setMissing(lacks);
    if (!lacks) onReject({ reasonCode, note: note.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const reason = REASONS[Number(event.key) - 1];
    if (reason === undefined) return;
    event.preventDefault();
    choose(reason.code);
  };
  return (
    <DialogContent
      size="sm"
      title={`Reject the message to ${name}`}
      description="It is not sent. One key is enough; it can be undone for a while."
      onKeyDown={onKeyDown}
      onOpenAutoFocus={(event) => {
        event.preventDefault();
        first.current?.focus();
      }}
    >
      <ul className="-mx-2">
        {REASONS.map(({ code, title }, i) => (
          <li key={code}>
            <button
              ref={i === 0 ? first : undefined}
              type="button"
              onClick={() => choose(code)}
              className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-fill focus-visible:-outline-offset-2 max-md:min-h-11"
            >
              <Kbd>{i + 1}</Kbd>
              {title}
            </button>
          </li>
        ))}
      </ul>
      <Field
        label="Note, if you like"
        help="Stays with the message. Write it first, then choose the reason."
        error={isMissing ? "Say here what it is, then choose “Other” again." : undefined}
        className="mt-3"
      >
        <Textarea rows={2} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
    </DialogContent>
  );
}
