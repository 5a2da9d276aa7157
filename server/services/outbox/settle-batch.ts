import type { SendResult } from "@/server/channels/contract";
import { withoutAddresses } from "@/server/domain/without-addresses";
import type { Platform } from "@/server/platform";
import { type AuditDraft, appendEntries } from "@/server/store/audit";
import type { Sql } from "@/server/store/database";
import { type SettledRow, type Settlement, settleClaims } from "@/server/store/outbox-settle.sql";
import { addReservations } from "@/server/store/reservations";
import { insertOutcomes, insertTouches, type NewTouch } from "@/server/store/touches.sql";
import type { ClaimedMessage } from "./claim";
import { failpoint } from "./failpoint";
import { takenBy } from "./judge-claim";
import { nextAttempt } from "./next-attempt";

/** A message with what its sender said, or why it was not handed over. */
export type Delivered = {
  message: ClaimedMessage;
  renderHash: string | null;
  result: SendResult | { kind: "withheld"; reasons: readonly string[]; response: string };
};

export type DeliveryCounts = { sent: number; uncertain: number; refused: number; later: number };

/** Writes down what became of a claimed batch: states, touches, bounces, what the limits get back, the audit last. */
export async function settleBatch(
  { database, clock }: Pick<Platform, "database" | "clock">,
  token: string,
  delivered: readonly Delivered[],
  actor: string,
): Promise<DeliveryCounts> {
  const now = clock.now();
  const settlements = delivered.map((one) => settlementOf(one, now.getTime()));
  const byId = new Map(delivered.map((one) => [one.message.id, one]));
  return database.bulk(async ({ sql }) => {
    const rows = await settleClaims(sql, token, settlements, now);
    await recordSent(sql, rows, byId, now);
    await recordBounces(sql, rows, byId, now);
    await addReservations(sql, rows.flatMap(givenBack));
    failpoint("settle-before-audit");
    await appendEntries(
      sql,
      now,
      rows.map((row) => entryOf(row, byId.get(row.id), actor)),
    );
    failpoint("settle-before-commit");
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    return {
      sent: count("sent"),
      uncertain: count("uncertain"),
      refused: count("refused"),
      later: count("ready"),
    };
  });
}

function settlementOf({ message, renderHash, result }: Delivered, nowMs: number): Settlement {
  const base = {
    id: message.id,
    reasons: [],
    response: withoutAddresses(result.response),
    renderHash,
    notBeforeMs: null,
  };
  if (result.kind === "withheld") return { ...base, state: "refused", reasons: result.reasons };
  if (result.kind === "refused") {
    return {
      ...base,
      state: "refused",
      reasons: [result.bounced === true ? "delivery.bounced" : "delivery.refused"],
    };
  }
  if (result.kind !== "later") return { ...base, state: result.kind };
  const waitMs = nextAttempt(message.attempt + 1, result.retryAfterMs);
  return waitMs === null
    ? { ...base, state: "refused", reasons: ["delivery.gave-up"] }
    : { ...base, state: "ready", notBeforeMs: nowMs + waitMs };
}

async function recordSent(
  sql: Sql,
  rows: readonly SettledRow[],
  byId: ReadonlyMap<number, Delivered>,
  now: Date,
): Promise<void> {
  const touches: NewTouch[] = rows.flatMap((row) => {
    const one = byId.get(row.id);
    if (row.state !== "sent" || one === undefined) return [];
    return [{ ...row, costMinor: one.message.touchCostMinor }];
  });
  await insertTouches(sql, touches, now);
}

/** A refusal of the address itself counts as a hard bounce. */
const recordBounces = (
  sql: Sql,
  rows: readonly SettledRow[],
  byId: ReadonlyMap<number, Delivered>,
  now: Date,
): Promise<number> =>
  insertOutcomes(
    sql,
    rows.flatMap(({ id, customerId, campaignId }) => {
      const result = byId.get(id)?.result;
      if (result?.kind !== "refused" || result.bounced !== true) return [];
      const detail = `hard ${withoutAddresses(result.response)}`.slice(0, 200);
      return [
        {
          outboxId: id,
          customerId,
          campaignId,
          kind: "bounce" as const,
          bot: false,
          detail,
          ref: `bounce:${id}`,
        },
      ];
    }),
    now,
  );

/** What did not leave gives back what its claim took. */
export const givenBack = (row: SettledRow) =>
  row.state === "sent" || row.state === "uncertain"
    ? []
    : takenBy(row, row.reservedMinor).map((one) => ({ ...one, amount: -one.amount }));

const ACTIONS: Readonly<Record<string, string>> = {
  sent: "outbox.sent",
  uncertain: "outbox.uncertain",
  refused: "outbox.refuse",
  ready: "outbox.later",
};

function entryOf(row: SettledRow, one: Delivered | undefined, actor: string): AuditDraft {
  const { id, runId, customerId, campaignId, creativeId, attempt, state } = row;
  const reasons = one?.result.kind === "withheld" ? { reasons: one.result.reasons } : {};
  return {
    actor,
    action: ACTIONS[state] ?? "outbox.settle",
    entity: { type: "outbox", id: String(id) },
    data: {
      runId,
      customerId,
      campaignId,
      creativeId,
      attempt,
      renderHash: one?.renderHash ?? null,
      ...reasons,
    },
  };
}
