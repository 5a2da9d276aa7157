"use client";
import { ChevronDown, UserRound } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Kbd } from "@/components/ui/kbd";
import type { Desk, HeldMessage } from "./review-types";

type Props = { message: HeldMessage; desk: Desk; onAssign: (assignee: number | null) => void };

/** Who looks after the message: oneself, a colleague by name, or everybody. */
export function AssignMenu({ message, desk, onAssign }: Props) {
  const { assignee, assigneeName } = message;
  const isMine = assignee === desk.selfId;
  const told = assignee === null ? "Assign" : isMine ? "Yours" : (assigneeName ?? "A colleague");
  const others = desk.people.filter(({ id }) => id !== desk.selfId);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          className="max-md:hidden"
          aria-label={assignee === null ? "Assign" : `Assigned to ${isMine ? "you" : told}`}
        >
          <UserRound aria-hidden />
          <span className="max-w-32 truncate">{told}</span>
          <ChevronDown aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="max-h-80 w-56 overflow-y-auto">
        <DropdownMenuLabel>Who looks after it</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={String(assignee)}
          onValueChange={(value) => onAssign(value === "null" ? null : Number(value))}
        >
          <DropdownMenuRadioItem value={String(desk.selfId)}>
            <span className="flex-1">You</span>
            <Kbd>m</Kbd>
          </DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="null">Everybody</DropdownMenuRadioItem>
          <DropdownMenuSeparator />
          {others.map(({ id, name }) => (
            <DropdownMenuRadioItem key={id} value={String(id)}>
              <span className="truncate">{name}</span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        {others.length === 0 && <DropdownMenuItem disabled>Nobody else may decide reviews</DropdownMenuItem>}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
