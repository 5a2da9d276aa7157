import { randomUUID } from "node:crypto";
import { creativeHash } from "@/server/domain/creative-hash";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { messageIdOf } from "@/server/domain/message-id";
import { senderDomain } from "@/server/domain/sender-domain";
import type { Company } from "@/server/domain/settings/company";
import type { Offer } from "@/server/domain/settings/configuration";
import type { Policy } from "@/server/domain/settings/policy";
import { MINUTE_MS } from "@/server/domain/time";
import type { Sign } from "@/server/domain/token";
import { draftOf } from "@/server/guardrails/draft-of";
import type { Platform } from "@/server/platform";
import { type AuditDraft, appendEntries } from "@/server/store/audit";
import { type CreativeContent, creativeContents } from "@/server/store/creative-content";
import type { Sql } from "@/server/store/database";
import { loadFacts } from "@/server/store/facts.sql";
import {
  type ClaimCampaign,
  type Claimed,
  type DueMessage,
  holdCampaigns,
  lockDueCustomers,
  markClaimed,
  markRefused,
  readDue,
  waitingCampaigns,
} from "@/server/store/outbox-claim.sql";
import { loadStock } from "@/server/store/products.sql";
import { addReservations, holdReservations, type Taken } from "@/server/store/reservations";
import { settingInForce } from "@/server/store/settings";
import { failpoint } from "./failpoint";
import { type ClaimVerdict, judgeClaim, takenBy } from "./judge-claim";

/** How long a worker has for a claimed batch; after that nobody may send it any more. */
export const LEASE_MS = 10 * MINUTE_MS;

/**
 * A consent or a claim that another process wrote may carry an instant slightly ahead of this one's clock: facts are
 * read as of so much later, so that none is missed. Windows are still measured from the real now.
 */
const CLOCK_SKEW_MS = 5 * MINUTE_MS;

/** A message that this process, and no other, may send until the lease ends. */
export type ClaimedMessage = DueMessage & {
  messageId: string;
  creative: CreativeContent;
  offer: Offer | null;
  facts: CustomerFacts;
  touchCostMinor: number;
};

export type Claim = {
  token: string;
  leaseUntil: Date;
  messages: ClaimedMessage[];
  refused: number;
  /** due messages that were looked at: 0 when nothing is due, or others hold it all */
  looked: number;
  company: Company;
  policy: Policy;
};

/**
 * Claims up to `limit` due messages in one transaction that is committed before a byte leaves: customers locked, facts
 * read again, the same guardrails, hard limits reserved, the audit last. Whoever may not leave is refused with reasons.
 */
export async function claimDue(
  { database, clock, vault }: Pick<Platform, "database" | "clock" | "vault">,
  { limit, actor }: { limit: number; actor: string },
): Promise<Claim> {
  return database.bulk(async ({ sql }) => {
    const customerIds = await lockDueCustomers(sql, clock.now(), limit);
    // campaigns before messages, as a stop locks them: one waits for the other, never both in a circle
    const campaigns = await holdCampaigns(sql, await waitingCampaigns(sql, customerIds));
    // the clock is read after the locks are held: whatever others committed about these customers came before
    const now = clock.now();
    const due = customerIds.length === 0 ? [] : await readDue(sql, customerIds, now);
    const evidence = await gather(sql, due, campaigns, now, vault.sign.bind(vault));
    const verdicts = await judgeAll(sql, due, evidence, now);
    const claim: Claim = {
      token: randomUUID(),
      leaseUntil: new Date(now.getTime() + LEASE_MS),
      messages: verdicts.flatMap(({ message, verdict }) =>
        verdict.kind === "claim" ? claimedFrom(message, evidence) : [],
      ),
      refused: verdicts.filter(({ verdict }) => verdict.kind === "refuse").length,
      looked: due.length,
      company: evidence.company,
      policy: evidence.policy,
    };
    await record(sql, verdicts, claim, evidence.idOf, actor, now);
    return claim;
  });
}

type Evidence = Awaited<ReturnType<typeof gather>>;
type Judged = { message: DueMessage; verdict: ClaimVerdict };

/** Everything that the batch is judged by, as of now and inside the transaction. */
async function gather(
  sql: Sql,
  due: readonly DueMessage[],
  campaigns: ReadonlyMap<number, ClaimCampaign>,
  now: Date,
  sign: Sign,
) {
  const { body: policy } = await settingInForce(sql, "policy");
  const { body: company } = await settingInForce(sql, "company");
  const { body: configuration } = await settingInForce(sql, "configuration");
  const facts = await loadFacts(
    sql,
    due.map(({ customerId }) => customerId),
    new Date(now.getTime() + CLOCK_SKEW_MS),
  );
  const stock = await loadStock(
    sql,
    configuration.offers.flatMap(({ products }) => products),
  );
  const creatives = await creativeContents(sql, [...new Set(due.map(({ creativeId }) => creativeId))]);
  const asHashed = new Set([...creatives.values()].filter((one) => creativeHash(one).equals(one.hash)));
  const offers = new Map<string, Offer | null>();
  for (const version of new Set(due.map(({ configurationVersion }) => configurationVersion))) {
    const { body } = await settingInForce(sql, "configuration", version);
    for (const offer of body.offers) offers.set(`${version} ${offer.id}`, offer);
  }
  const offerOf = ({ configurationVersion, offerId }: DueMessage) =>
    offers.get(`${configurationVersion} ${offerId}`) ?? null;
  // an earlier attempt's stays, whatever the sender's address is by now
  const idOf = ({ id, messageId }: DueMessage) => messageId ?? messageIdOf(id, senderDomain(company), sign);
  return { campaigns, policy, company, configuration, facts, stock, creatives, asHashed, offerOf, idOf };
}

async function judgeAll(
  sql: Sql,
  due: readonly DueMessage[],
  evidence: Evidence,
  now: Date,
): Promise<Judged[]> {
  const held = await holdReservations(
    sql,
    due.flatMap((message) => takenBy(message, 0)),
  );
  const inBatch = new Map<string, number>();
  const used = (kind: Taken["kind"], key: string) => held(kind, key) + (inBatch.get(`${kind} ${key}`) ?? 0);
  const { policy, company, configuration, campaigns, facts, stock, creatives, asHashed, offerOf } = evidence;
  return due.map((message) => {
    const creative = creatives.get(message.creativeId);
    const offer = offerOf(message);
    const verdict = judgeClaim({
      message,
      campaign: campaigns.get(message.campaignId),
      facts: facts.get(message.customerId),
      draft:
        creative === undefined
          ? undefined
          : draftOf({ ...creative, unsubscribeUrl: null }, offer, company.postalAddress),
      isAsHashed: creative !== undefined && asHashed.has(creative),
      offer,
      configuration,
      policy,
      stock,
      used,
      nowMs: now.getTime(),
    });
    if (verdict.kind === "claim") {
      for (const { kind, key, amount } of verdict.taken) {
        inBatch.set(`${kind} ${key}`, (inBatch.get(`${kind} ${key}`) ?? 0) + amount);
      }
    }
    return { message, verdict };
  });
}

function claimedFrom(
  message: DueMessage,
  { creatives, facts, offerOf, idOf, configuration }: Evidence,
): ClaimedMessage[] {
  const creative = creatives.get(message.creativeId);
  const known = facts.get(message.customerId);
  // a claim was judged with both at hand
  if (creative === undefined || known === undefined) return [];
  const touchCostMinor = configuration.touchCostMinor[message.channel];
  return [
    { ...message, messageId: idOf(message), creative, facts: known, offer: offerOf(message), touchCostMinor },
  ];
}

async function record(
  sql: Sql,
  verdicts: readonly Judged[],
  { token, leaseUntil }: Claim,
  idOf: Evidence["idOf"],
  actor: string,
  now: Date,
): Promise<void> {
  const claimed: Claimed[] = [];
  const refused: { id: number; reasons: readonly string[] }[] = [];
  const taken: Taken[] = [];
  const entries: AuditDraft[] = [];
  for (const { message, verdict } of verdicts) {
    const { id, runId, customerId, campaignId, creativeId, attempt } = message;
    const entity = { type: "outbox", id: String(id) };
    if (verdict.kind === "claim") {
      claimed.push({ id, reservedMinor: verdict.reservedMinor, messageId: idOf(message) });
      taken.push(...verdict.taken);
      const data = { runId, customerId, campaignId, creativeId, attempt: attempt + 1 };
      entries.push({ actor, action: "outbox.claim", entity, data });
    } else if (verdict.kind === "refuse") {
      refused.push({ id, reasons: verdict.reasons });
      const data = { runId, customerId, campaignId, creativeId, reasons: verdict.reasons };
      entries.push({ actor, action: "outbox.refuse", entity, data });
    }
  }
  if (claimed.length > 0) await markClaimed(sql, claimed, { token, now, leaseUntil });
  if (refused.length > 0) await markRefused(sql, refused, now);
  await addReservations(sql, taken);
  failpoint("claim-before-audit");
  await appendEntries(sql, now, entries);
}
