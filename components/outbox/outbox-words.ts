import type { ComponentProps } from "react";
import type { Status } from "@/components/ui/status";
import type { OutboxState } from "@/server/domain/review";

type StatusTone = NonNullable<ComponentProps<typeof Status>["tone"]>;

/** How each state of a message is shown and said. */
export const OUTBOX_WORDS: Record<OutboxState, { tone: StatusTone; word: string }> = {
  ready: { tone: "draft", word: "Waiting" },
  claimed: { tone: "info", word: "On its way" },
  sent: { tone: "pass", word: "Sent" },
  uncertain: { tone: "hold", word: "Uncertain" },
  refused: { tone: "block", word: "Refused" },
  cancelled: { tone: "neutral", word: "Cancelled" },
};
