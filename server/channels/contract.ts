import type { Channel } from "@/server/domain/goal";

/** One message, ready to leave: rendered, addressed, with its stable id. */
export type Envelope = {
  messageId: string;
  from: { name: string; address: string };
  to: string;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  headers: Readonly<Record<string, string>>;
};

/**
 * What became of a message.
 * `sent`: the provider took it. `refused`: the provider said no for good. `later`: it said no for now, before taking it.
 * `uncertain`: nobody knows (the connection broke after the first byte): never sent again by itself.
 * `bounced` marks a refusal of the address itself: it does not exist or takes no mail.
 */
export type SendResult =
  | { kind: "sent"; response: string }
  | { kind: "refused"; response: string; bounced?: boolean }
  | { kind: "later"; response: string; retryAfterMs: number }
  | { kind: "uncertain"; response: string };

/** A channel's way out. Answers are aligned with the batch by index; it never throws for a single message. */
export type Sender = {
  send(batch: readonly Envelope[]): Promise<readonly SendResult[]>;
  /** How long nothing should be claimed for this channel, because its provider does not answer; 0 when it does. */
  pausedMs?(): number;
  close(): Promise<void>;
};
export type Senders = Record<Channel, Sender>;
