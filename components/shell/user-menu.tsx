"use client";
import { ChevronsUpDown, KeyRound, LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { Avatar } from "@/components/ui/avatar";
import { Menu, type MenuButtonProps } from "@/components/ui/menu";
import { leave } from "./leave";
import { roleWords, type ShellUser } from "./shell-user";

/** Who is signed in, as what, and the way out. */
export function UserMenu({ user }: { user: ShellUser }) {
  const router = useRouter();
  return (
    <Menu
      label="Your account"
      align="start"
      side="top"
      className="w-52"
      holder="mt-3 flex shrink-0"
      button={(props) => <UserButton {...props} user={user} />}
      entries={[
        { kind: "heading", text: user.email },
        { kind: "line" },
        {
          kind: "action",
          key: "password",
          run: () => router.push("/settings?tab=password"),
          icon: KeyRound,
          label: "Your password",
        },
        {
          kind: "action",
          key: "leave",
          run: () => void leave(),
          icon: LogOut,
          label: "Sign out",
        },
      ]}
    />
  );
}

function UserButton({ user, ...props }: MenuButtonProps & { user: ShellUser }) {
  return (
    <button
      type="button"
      {...props}
      className="flex min-w-0 flex-1 items-center gap-[9px] rounded-md px-2 py-1.5 text-left leading-4 hover:bg-fill-2 focus-visible:-outline-offset-2"
    >
      <Avatar name={user.name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{user.name}</span>
        <span className="block truncate text-11 text-ink-3">{roleWords(user.roles)}</span>
      </span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
    </button>
  );
}
