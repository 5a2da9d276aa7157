"use client";
import { ChevronsUpDown, KeyRound, LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { leave } from "./leave";
import { roleWords, type ShellUser } from "./shell-user";

/** Who is signed in, as what, and the way out. */
export function UserMenu({ user }: { user: ShellUser }) {
  const router = useRouter();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="mt-3 flex shrink-0 items-center gap-[9px] rounded-md px-2 py-1.5 text-left leading-4 hover:bg-fill-2 focus-visible:-outline-offset-2">
        <Avatar name={user.name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate">{user.name}</span>
          <span className="block truncate text-11 text-ink-3">{roleWords(user.roles)}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top" className="w-52">
        <DropdownMenuLabel className="truncate">{user.email}</DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => router.push("/settings?tab=password")}>
          <KeyRound aria-hidden />
          Your password
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void leave()}>
          <LogOut aria-hidden />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
