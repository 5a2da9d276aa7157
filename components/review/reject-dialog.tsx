"use client";
import { type KeyboardEvent, useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";
import { REJECT_REASONS, type RejectReason } from "@/server/domain/review";

type Answer = { reasonCode: RejectReason; note: string };
type Props = {
  open: boolean;
  name: string;
  onOpenChange: (open: boolean) => void;
  onReject: (answer: Answer) => void;
};

const REASONS = Object.entries(REJECT_REASONS).map(([code, title]) => ({
  code: code as RejectReason, // the keys of the record
  title,
}));

/** Why a message is turned down: one key, or one press. */
export function RejectDialog({ open, name, onOpenChange, onReject }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        size="sm"
        title={`Reject the message to ${name}`}
        description="It is not sent. One key is enough; it can be undone for as long as the toast says."
      >
        <Reasons onReject={onReject} />
      </DialogContent>
    </Dialog>
  );
}

function Reasons({ onReject }: Pick<Props, "onReject">) {
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
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat what the buttons inside do
    <div onKeyDown={onKeyDown} className="grid gap-3">
      <ul className="-mx-2">
        {REASONS.map(({ code, title }, i) => (
          <li key={code}>
            <button
              type="button"
              onClick={() => choose(code)}
              className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-fill max-md:min-h-11"
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
      >
        <Textarea rows={2} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
    </div>
  );
}
