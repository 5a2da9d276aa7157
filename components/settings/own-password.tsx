"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { refusalWords } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const BLANK = { current: "", next: "", again: "" };

/** What has to be typed before anything is asked, by field. */
function missingIn({ current, next, again }: typeof BLANK): Partial<typeof BLANK> {
  return {
    ...(current === "" ? { current: "Type the password you have now." } : {}),
    ...(next === "" ? { next: "Type the new password." } : {}),
    ...(next === again ? {} : { again: "The two do not match." }),
  };
}

/** Changes one's own password. All sessions end, this one too, so the way leads to the sign-in page. */
export function OwnPassword({ email }: { email: string }) {
  const [typed, setTyped] = useState(BLANK);
  const [isAsked, setAsked] = useState(false);
  const change = useMutation(
    useTRPC().session.changePassword.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in?callbackUrl=%2Fsettings"),
    }),
  );
  const refusal = change.error === null ? null : refusalWords(change.error);
  const missing = missingIn(typed);
  const errorOf = (field: keyof typeof BLANK) =>
    (isAsked ? missing[field] : undefined) ?? (refusal?.field === field ? refusal.text : undefined);
  const set = (part: Partial<typeof BLANK>) => {
    setAsked(false);
    setTyped((old) => ({ ...old, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(missing).length === 0) change.mutate({ current: typed.current, next: typed.next });
  };
  return (
    <Card className="max-w-xl">
      <CardHeader title="Your password" sub={email} />
      <CardBody>
        <form noValidate onSubmit={submit} className="grid gap-3.5">
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <Field label="Current password" error={errorOf("current")}>
            <Input
              type="password"
              required
              autoComplete="current-password"
              value={typed.current}
              onChange={({ target }) => set({ current: target.value })}
            />
          </Field>
          <Field
            label="New password"
            help="At least 15 characters: four unrelated words will do."
            error={errorOf("next")}
          >
            <Input
              type="password"
              required
              autoComplete="new-password"
              value={typed.next}
              onChange={({ target }) => set({ next: target.value })}
            />
          </Field>
          <Field label="New password again" error={errorOf("again")}>
            <Input
              type="password"
              required
              autoComplete="new-password"
              value={typed.again}
              onChange={({ target }) => set({ again: target.value })}
            />
          </Field>
          {refusal !== null && refusal.field !== "current" && refusal.field !== "next" && (
            <Callout tone="block" role="alert">
              {refusal.text}
            </Callout>
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" variant="primary" pending={change.isPending}>
              Change password
            </Button>
            <span className="text-12 text-ink-3">You sign in again afterwards, on every device.</span>
          </div>
        </form>
      </CardBody>
    </Card>
  );
}
