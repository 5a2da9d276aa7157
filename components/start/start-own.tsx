"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Answer } from "@/components/api-types";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Input } from "@/components/ui/input";

type Holdings = NonNullable<Answer["company"]["holdings"]>;

const ROWS: readonly [keyof Holdings["removed"], string][] = [
  ["customers", "customers, with their consents and tickets"],
  ["orders", "orders"],
  ["events", "events of the website"],
  ["campaigns", "campaigns"],
  ["decisions", "decisions"],
  ["messages", "messages and what came of them"],
  ["imports", "imports, files brought in by you included"],
  ["colleagues", "accounts of colleagues"],
];

/** Offers to take the demo company away, says what goes and what stays, and asks for its name. */
export function StartOwn({ name, removed }: Holdings) {
  return (
    <Card aria-labelledby="start-own" className="max-w-2xl">
      <CardHeader id="start-own" title="Start with my own data" />
      <CardBody className="grid gap-3 text-ink-2">
        <p>
          {name} is a demo company. When you have seen enough, remove it and begin with an empty company of
          your own. This removes:
        </p>
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {ROWS.map(([key, words]) => (
            <li key={key}>
              <span className="font-medium text-ink tabular-nums">{formatCount(removed[key])}</span> {words}
            </li>
          ))}
        </ul>
        <p>
          It removes all settings, offers and write keys too. Your own account stays. So does the audit chain,
          which holds no names: it gets an entry that says who removed what, and goes on from there.
        </p>
      </CardBody>
      <CardFooter>
        <span>This cannot be undone.</span>
        <div className="ml-auto">
          <Dialog>
            <DialogTrigger asChild>
              <Button variant="danger">Remove the demo company</Button>
            </DialogTrigger>
            <Confirm name={name} />
          </Dialog>
        </div>
      </CardFooter>
    </Card>
  );
}

function Confirm({ name }: { name: string }) {
  const [typed, setTyped] = useState("");
  const start = useMutation(
    useTRPC().company.startOwn.mutationOptions({
      // a whole load: nothing of the demo may stay in this page's memory
      onSuccess: () => window.location.assign("/overview"),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate({ name: typed });
  };
  return (
    <DialogContent
      title={`Remove ${name}?`}
      description="Every customer, order, campaign and figure goes, and an empty company begins. This cannot be undone."
    >
      <form onSubmit={submit}>
        <Field
          label={`Type ${name} to go on`}
          error={start.error === null ? undefined : refusalText(start.error)}
        >
          <Input
            value={typed}
            required
            maxLength={80}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </Field>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button
            type="submit"
            variant="danger"
            pending={start.isPending || start.isSuccess}
            disabled={typed.trim() !== name}
          >
            Remove and start
          </Button>
        </DialogFooter>
      </form>
    </DialogContent>
  );
}
