"use client";
import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Makes a key for a source, and shows it this one time. */
export function AddWriteKey() {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const change = (isOpen: boolean) => {
    setOpen(isOpen);
    // not before: the list with the new key in it would take this dialog, and the secret with it, off the page
    if (!isOpen) router.refresh();
  };
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          New write key
        </Button>
      </DialogTrigger>
      {open && <KeyDialog />}
    </Dialog>
  );
}

function KeyDialog() {
  const [name, setName] = useState("");
  const create = useMutation(useTRPC().writeKey.create.mutationOptions());
  if (create.data !== undefined) return <MadeKey name={create.data.name} secret={create.data.key} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name });
  };
  return (
    <DialogContent title="New write key" description="One for each source, so that one can be revoked alone.">
      <form onSubmit={submit}>
        <Field
          label="Source"
          help="Such as “Web shop” or “Loyalty app”."
          error={create.error === null ? undefined : refusalText(create.error)}
        >
          <Input
            value={name}
            required
            maxLength={80}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" pending={create.isPending}>
            Make the key
          </Button>
        </DialogFooter>
      </form>
    </DialogContent>
  );
}

function MadeKey({ name, secret }: { name: string; secret: string }) {
  return (
    <DialogContent
      title={`The key of ${name}`}
      description="It is shown this one time and not kept. Copy it now."
      onInteractOutside={(event) => event.preventDefault()}
    >
      <CodeBlock label="Write key">{secret}</CodeBlock>
      <Callout tone="info" className="mt-3">
        It is the user name of HTTP Basic, with an empty password; clients of Segment take it as the write key
        and this server as the host.
      </Callout>
      <DialogFooter>
        <CopyButton text={secret} label="Copy the key" />
        <DialogClose asChild>
          <Button variant="primary">I have it</Button>
        </DialogClose>
      </DialogFooter>
    </DialogContent>
  );
}
