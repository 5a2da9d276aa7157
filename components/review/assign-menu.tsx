"use client";
import { ChevronDown, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { Desk, HeldMessage } from "./review-types";

type Props = {
  message: HeldMessage;
  desk: Desk;
  onAssign: (assignee: number | null) => void;
  className: string;
};

/** Who looks after the message: oneself, a colleague by name, or everybody. */
export function AssignMenu({ message, desk, onAssign, className }: Props) {
  const { assignee, assigneeName } = message;
  const isMine = assignee === desk.selfId;
  const told = assignee === null ? "Assign" : isMine ? "Yours" : (assigneeName ?? "A colleague");
  const others = desk.people.filter(({ id }) => id !== desk.selfId);
  const to = (id: number | null, label: ReactNode): MenuEntry => ({
    kind: "choice",
    key: String(id),
    isChosen: id === assignee,
    choose: () => onAssign(id),
    label,
  });
  return (
    <Menu
      label="Who looks after it"
      className="max-h-80 w-56 overflow-y-auto"
      button={(props) => (
        <Button
          {...props}
          variant="ghost"
          className={className}
          aria-label={assignee === null ? "Assign" : `Assigned to ${isMine ? "you" : told}`}
        >
          <UserRound aria-hidden />
          <span className="max-w-32 truncate">{told}</span>
          <ChevronDown aria-hidden />
        </Button>
      )}
      entries={[
        { kind: "heading", text: "Who looks after it" },
        to(
          desk.selfId,
          <>
            <span className="flex-1">You</span>
            <Kbd>m</Kbd>
          </>,
        ),
        to(null, "Everybody"),
        { kind: "line" },
        ...others.map(({ id, name }) => to(id, <span className="truncate">{name}</span>)),
        ...(others.length === 0 ? [NOBODY_ELSE] : []),
      ]}
    />
  );
}

const NOBODY_ELSE: MenuEntry = { kind: "note", text: "Nobody else may decide reviews" };
