"use client";
import { ChevronLeft, Star } from "lucide-react";
import { useId } from "react";
import { useCompany } from "@/components/company";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Hint } from "@/components/ui/hint";
import { Kbd } from "@/components/ui/kbd";
import { TextLink } from "@/components/ui/text-link";
import { AssignMenu } from "./assign-menu";
import { Due, PromiseLine } from "./due";
import type { Desk, HeldMessage } from "./review-types";
import { actorWords, hourOrDay, nameOf } from "./review-words";

type Props = {
  message: HeldMessage;
  desk: Desk;
  nowMs: number;
  isEditing: boolean;
  onApprove: () => void;
  onEdit: () => void;
  onReject: () => void;
  onUndo: () => void;
  onAssign: (assignee: number | null) => void;
  /** on a phone, the way back to the list */
  onBack: () => void;
};

/** Whom the message is for, where it comes from, and what may be done with it. */
export function MessageHead(props: Props) {
  const { message, desk, nowMs } = props;
  const { timeZone } = useCompany();
  const decisionId = `${message.runId}-${message.customerId}`;
  const isVip = message.reasons.some(({ code }) => code === "high-value.vip");
  return (
    <header className="z-10 flex shrink-0 flex-wrap items-start justify-between gap-x-4 gap-y-3 border-b bg-bg px-3 py-3 md:sticky md:top-0 md:px-6 md:py-3.5">
      <div className="min-w-0 flex-[1_1_260px]">
        <Button size="sm" variant="ghost" onClick={props.onBack} className="mb-1 -ml-2 md:hidden">
          <ChevronLeft aria-hidden />
          Queue
        </Button>
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="text-16 font-semibold">{nameOf(message)}</h2>
          {isVip && (
            <Badge>
              <Star aria-hidden />
              VIP
            </Badge>
          )}
          <Due message={message} nowMs={nowMs} />
          {desk.mayDecide && message.state === "held" && (
            <AssignMenu message={message} desk={desk} onAssign={props.onAssign} className="-ml-3 md:hidden" />
          )}
        </div>
        <p className="mt-0.5 text-ink-2">
          <TextLink href={`/campaigns/${message.campaignId}`}>{message.campaign}</TextLink> ·{" "}
          {message.creative.channel}
          {message.decision !== null && ` · decided ${hourOrDay(message.decision.at, nowMs, timeZone)}`} ·{" "}
          <TextLink href={`/decisions/${decisionId}`}>{decisionId}</TextLink>
        </p>
        {message.edited && (
          <p className="text-12 text-ink-3">
            Words edited by {actorWords(message.editedBy, message.editedByName, desk.selfId)}.
          </p>
        )}
        <PromiseLine message={message} nowMs={nowMs} />
      </div>
      <Actions {...props} />
    </header>
  );
}

const BAR =
  "flex flex-wrap items-center gap-2 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:grid max-md:grid-flow-col max-md:auto-cols-fr max-md:border-t max-md:bg-surface max-md:px-3 max-md:py-2 max-md:[&_button]:h-11 max-md:[&_kbd]:hidden";

function Actions({ message, desk, nowMs, isEditing, ...on }: Props) {
  const whyId = useId();
  if (!desk.mayDecide)
    return <p className="max-w-48 text-12 text-ink-3">You may look; deciding needs the role reviewer.</p>;
  if (message.state !== "held") return <Settled message={message} nowMs={nowMs} onUndo={on.onUndo} />;
  const { copy } = message.creative;
  const notNow = whyNot(message, isEditing);
  return (
    <div className="grid justify-items-end gap-1">
      <div className={cn(BAR, isEditing && "max-md:hidden")}>
        <AssignMenu message={message} desk={desk} onAssign={on.onAssign} className="max-md:hidden" />
        <Button variant="danger" onClick={on.onReject}>
          Reject <Kbd>r</Kbd>
        </Button>
        <Button
          onClick={on.onEdit}
          disabled={copy === null}
          title={copy === null ? "These words came laid out and cannot be edited here" : undefined}
          aria-pressed={isEditing}
        >
          Edit <Kbd>e</Kbd>
        </Button>
        <Button
          variant="primary"
          onClick={on.onApprove}
          disabled={notNow !== null}
          aria-describedby={notNow === null ? undefined : whyId}
        >
          Approve <Kbd onInk={notNow === null}>a</Kbd>
        </Button>
      </div>
      {notNow !== null && (
        <Hint id={whyId} className="max-md:hidden">
          {notNow}
        </Hint>
      )}
    </div>
  );
}

/** Why it cannot be approved just now; null where it can. */
function whyNot({ preview }: HeldMessage, isEditing: boolean): string | null {
  if (isEditing) return "Save your words or close the edit to approve";
  return preview.ok ? null : "It cannot be rendered, so it cannot be approved";
}

function Settled({ message, nowMs, onUndo }: Pick<Props, "message" | "nowMs" | "onUndo">) {
  const until = message.graceUntil?.getTime() ?? 0;
  if (message.state === "expired" || until <= nowMs) return null;
  return (
    <div className={BAR}>
      <Button onClick={onUndo}>
        Undo <Kbd>u</Kbd>
      </Button>
    </div>
  );
}
