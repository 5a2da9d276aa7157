import type { Sign } from "./token";

/**
 * The Message-ID of an outbox row, without angle brackets: the same at every attempt, so that a repeated message can be
 * recognised, and signed, so that a report about a message that we never sent is told apart.
 */
export function messageIdOf(outboxId: number, domain: string, sign: Sign): string {
  return `${outboxId}.${tagOf(outboxId, sign)}@${domain}`;
}

/** The outbox row that a Message-ID names; null where it is not one of ours. Brackets and the domain do not matter. */
export function outboxIdOf(messageId: string, sign: Sign): number | null {
  const match = /^<?(\d{1,15})\.([0-9a-f]+)@[^\s@>]+>?$/.exec(messageId.trim());
  if (match === null) return null;
  const outboxId = Number(match[1]);
  return match[2] === tagOf(outboxId, sign) ? outboxId : null;
}

const tagOf = (outboxId: number, sign: Sign): string =>
  Buffer.from(sign("message-id", Buffer.from(String(outboxId)))).toString("hex");
