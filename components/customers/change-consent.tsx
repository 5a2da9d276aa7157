"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { showToast } from "@/components/ui/toast";
import { CHANNELS } from "@/server/domain/goal";
import type { CustomerDetail } from "./customer-types";

type Props = { id: number; consents: CustomerDetail["consents"] };

/** Records what a customer said about being written to, and why we know. */
export function ChangeConsent({ id, consents }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>Change consent</Button>
      </DialogTrigger>
      <DialogContent
        title="Change consent"
        description="Adds to the ledger; what stood before stays in it. A withdrawal also takes back what waits to leave."
      >
        <ConsentForm id={id} consents={consents} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

type State = "granted" | "withdrawn";

/** Lives inside the dialog's content, so that each opening starts anew. */
function ConsentForm({ id, consents, onDone }: Props & { onDone: () => void }) {
  const { record, pending, problem } = useRecord(onDone);
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>(CHANNELS[0]);
  const current = consents.find((one) => one.channel === channel)?.state ?? null;
  const [state, setState] = useState<State>(current === "granted" ? "withdrawn" : "granted");
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isMissing = note.trim() === "";
    setMissing(isMissing);
    if (!isMissing) record({ id, channel, state, reason: note.trim() });
  };
  return (
    <form onSubmit={submit} className="grid gap-3.5">
      {CHANNELS.length > 1 && (
        <Field label="Channel">
          <Select
            value={channel}
            options={CHANNELS.map((value) => ({ value, label: value }))}
            onChange={({ target }) => setChannel(CHANNELS.find((one) => one === target.value) ?? CHANNELS[0])}
          />
        </Field>
      )}
      <RadioCards
        legend={`Marketing by ${channel}`}
        options={[
          {
            value: "granted",
            title: "Agreed",
            text: "They asked for it or said yes.",
            ...stands(current === "granted"),
          },
          {
            value: "withdrawn",
            title: "Withdrawn",
            text: "They do not want it any more.",
            ...stands(current === "withdrawn"),
          },
        ]}
        value={state}
        onValueChange={setState}
      />
      <Field
        label="How we know"
        help="Kept in the audit log. Name no customer in it."
        error={missing && note.trim() === "" ? "Say in a few words how they told us." : undefined}
      >
        <Textarea rows={3} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      {problem !== null && (
        <p role="alert" className="text-12 text-block">
          {problem}
        </p>
      )}
      <DialogFooter className="mt-1.5">
        <DialogClose asChild>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          Record
        </Button>
      </DialogFooter>
    </form>
  );
}

const stands = (isCurrent: boolean) => (isCurrent ? { locked: "This is what stands already." } : {});

function useRecord(onDone: () => void) {
  const trpc = useTRPC();
  const router = useRouter();
  const change = useMutation(
    trpc.customer.setConsent.mutationOptions({
      onSuccess: () => {
        onDone();
        showToast("The consent is recorded");
        router.refresh();
      },
    }),
  );
  return {
    record: change.mutate,
    pending: change.isPending,
    problem: change.error === null ? null : refusalText(change.error),
  };
}
