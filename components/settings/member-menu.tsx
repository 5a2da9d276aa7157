"use client";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis, KeyRound, UserCheck, UserCog, UserX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Answer } from "@/components/api-types";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { NewPasswordField } from "./new-password-field";
import { RoleChecks } from "./role-checks";

type Member = Answer["team"]["list"]["rows"][number];
type Question = "roles" | "password" | "disable" | null;

/** What an admin may do with an account. */
export function MemberMenu({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const [question, setQuestion] = useState<Question>(null);
  const done = useDone(() => setQuestion(null));
  const trpc = useTRPC();
  const enable = useMutation(
    trpc.team.enable.mutationOptions({
      onSuccess: () => done(`${member.name} has access again`),
      onError: (error) => showToast(refusalText(error), { tone: "block" }),
    }),
  );
  const close = (open: boolean) => setQuestion(open ? question : null);
  const password: MenuEntry = {
    kind: "action",
    key: "password",
    run: () => setQuestion("password"),
    icon: KeyRound,
    label: "Set a new password…",
  };
  const disable: MenuEntry = {
    kind: "action",
    key: "disable",
    danger: true,
    run: () => setQuestion("disable"),
    icon: UserX,
    label: "Take access away…",
  };
  const enableAgain: MenuEntry = {
    kind: "action",
    key: "enable",
    run: () => enable.mutate({ id: member.id }),
    icon: UserCheck,
    label: "Give access back",
  };
  return (
    <>
      <Menu
        label={`Actions for ${member.name}`}
        button={(props) => (
          <IconButton {...props} label={`Actions for ${member.name}`} icon={<Ellipsis aria-hidden />} />
        )}
        entries={[
          {
            kind: "action",
            key: "roles",
            run: () => setQuestion("roles"),
            icon: UserCog,
            label: "Change roles…",
          },
          ...(isSelf ? [] : [password]),
          ...(isSelf || member.disabledAt !== null ? [] : [disable]),
          ...(member.disabledAt === null ? [] : [enableAgain]),
        ]}
      />
      <Dialog open={question === "roles"} onOpenChange={close}>
        <RolesDialog member={member} onDone={() => done(`${member.name}: roles changed`)} />
      </Dialog>
      <Dialog open={question === "password"} onOpenChange={close}>
        <PasswordDialog member={member} onDone={() => done(`${member.name} has a new password`)} />
      </Dialog>
      <Dialog open={question === "disable"} onOpenChange={close}>
        <DisableDialog member={member} onDone={() => done(`${member.name} has no access any more`)} />
      </Dialog>
    </>
  );
}

function useDone(close: () => void) {
  const router = useRouter();
  return (message: string) => {
    close();
    showToast(message);
    router.refresh();
  };
}

type DialogProps = { member: Member; onDone: () => void };

function RolesDialog({ member, onDone }: DialogProps) {
  const [roles, setRoles] = useState(member.roles);
  const save = useMutation(useTRPC().team.setRoles.mutationOptions({ onSuccess: onDone }));
  return (
    <DialogContent title={`Roles of ${member.name}`} description="They hold from the next click on.">
      <RoleChecks
        roles={roles}
        error={save.error === null ? undefined : refusalText(save.error)}
        onChange={setRoles}
      />
      <Answers
        label="Save roles"
        pending={save.isPending}
        onConfirm={() => save.mutate({ id: member.id, roles })}
      />
    </DialogContent>
  );
}

function PasswordDialog({ member, onDone }: DialogProps) {
  const [password, setPassword] = useState("");
  const save = useMutation(useTRPC().team.resetPassword.mutationOptions({ onSuccess: onDone }));
  return (
    <DialogContent
      title={`New password for ${member.name}`}
      description="Ends every session that this person has open."
    >
      <NewPasswordField
        value={password}
        error={save.error === null ? undefined : refusalText(save.error)}
        onChange={setPassword}
      />
      <Answers
        label="Set password"
        pending={save.isPending}
        onConfirm={() => save.mutate({ id: member.id, password })}
      />
    </DialogContent>
  );
}

function DisableDialog({ member, onDone }: DialogProps) {
  const disable = useMutation(useTRPC().team.disable.mutationOptions({ onSuccess: onDone }));
  return (
    <DialogContent
      title={`Take ${member.name}'s access away?`}
      description="Sessions end at once. What this person did stays in the audit, and access can be given back."
    >
      {disable.error !== null && (
        <p role="alert" className="text-block">
          {refusalText(disable.error)}
        </p>
      )}
      <Answers
        danger
        label="Take access away"
        pending={disable.isPending}
        onConfirm={() => disable.mutate({ id: member.id })}
      />
    </DialogContent>
  );
}

type AnswersProps = { label: string; pending: boolean; danger?: boolean; onConfirm: () => void };

function Answers({ label, pending, danger = false, onConfirm }: AnswersProps) {
  return (
    <DialogFooter>
      <DialogClose asChild>
        <Button variant="ghost">Cancel</Button>
      </DialogClose>
      <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={onConfirm}>
        {label}
      </Button>
    </DialogFooter>
  );
}
