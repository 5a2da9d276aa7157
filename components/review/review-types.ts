import type { Answer } from "@/components/api-types";

/** One line of the queue. */
export type QueueRow = Answer["review"]["list"]["rows"][number];
export type QueuePage = Answer["review"]["list"];
/** One message with everything beside it. */
export type HeldMessage = Answer["review"]["get"];
export type Counts = Answer["review"]["counts"];

/** What the address chooses of the queue. */
export type QueueFilter = {
  tab: "held" | "mine" | "flagged" | "decided";
  sort: "risk" | "due";
  reasons: string[];
  campaignId: number | null;
  customerId: number | null;
};

/** What the page knows of the one who looks, and of the rules. */
export type Desk = {
  selfId: number;
  mayDecide: boolean;
  /** whoever edited a message may not approve it */
  fourEyes: boolean;
  /** offer id → its title */
  offers: Readonly<Record<string, string>>;
  /** who may decide, and so may be given a message */
  people: readonly { id: number; name: string }[];
  campaigns: readonly { id: number; name: string }[];
};

/** Lines that are asked for at once. */
export const QUEUE_PAGE_SIZE = 50;
