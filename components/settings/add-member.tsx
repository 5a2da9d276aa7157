"use client";
import { useMutation } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { refusalWords } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { showToast } from "@/components/ui/toast";
import type { Role } from "@/server/domain/role";
import { NewPasswordField } from "./new-password-field";
import { RoleChecks } from "./role-checks";

/** Gives a person an account with a first password. */
export function AddMember() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <UserPlus aria-hidden />
          Add a person
        </Button>
      </DialogTrigger>
      <DialogContent title="Add a person" description="They sign in with this address and password.">
        <MemberForm onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

const BLANK = { name: "", email: "", password: "", roles: ["reviewer"] as Role[] };
const FIELDS: readonly string[] = Object.keys(BLANK);

function MemberForm({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [member, setMember] = useState(BLANK);
  const set = (change: Partial<typeof BLANK>) => setMember((old) => ({ ...old, ...change }));
  const create = useMutation(
    trpc.team.create.mutationOptions({
      onSuccess: ({ name }) => {
        showToast(`${name} can sign in now`);
        router.refresh();
        onDone();
      },
    }),
  );
  const refusal = create.error === null ? null : refusalWords(create.error);
  const errorOf = (field: string) => (refusal?.field === field ? refusal.text : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(member);
  };

  return (
    <form onSubmit={submit} className="grid gap-3.5">
      <Field label="Name" error={errorOf("name")}>
        <Input
          value={member.name}
          required
          maxLength={80}
          autoComplete="off"
          onChange={({ target }) => set({ name: target.value })}
        />
      </Field>
      <Field label="Email" error={errorOf("email")}>
        <Input
          value={member.email}
          type="email"
          required
          autoComplete="off"
          onChange={({ target }) => set({ email: target.value })}
        />
      </Field>
      <RoleChecks roles={member.roles} error={errorOf("roles")} onChange={(roles) => set({ roles })} />
      <NewPasswordField
        value={member.password}
        error={errorOf("password")}
        onChange={(password) => set({ password })}
      />
      {refusal !== null && !FIELDS.includes(refusal.field ?? "") && (
        <Callout tone="block" role="alert">
          {refusal.text}
        </Callout>
      )}
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={create.isPending}>
          Add
        </Button>
      </DialogFooter>
    </form>
  );
}
