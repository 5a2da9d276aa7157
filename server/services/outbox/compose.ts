import type { Envelope } from "@/server/channels/contract";
import { fillLinks, LINK_PLACEHOLDERS, messageLinks } from "@/server/domain/message-links";
import type { Person } from "@/server/domain/person";
import { senderDomain } from "@/server/domain/sender-domain";
import type { Company } from "@/server/domain/settings/company";
import { checkAll } from "@/server/guardrails/check-all";
import { draftOf } from "@/server/guardrails/draft-of";
import type { Platform } from "@/server/platform";
import { readPeople } from "@/server/store/people";
import type { Claim, ClaimedMessage } from "./claim";
import { type RenderedMessage, renderMessages } from "./render-message";

/** A claimed message ready to be handed over, or why it may not be. */
export type Composed =
  | { ok: true; message: ClaimedMessage; envelope: Envelope; renderHash: string }
  | { ok: false; message: ClaimedMessage; reasons: string[]; response: string };

type Tools = Pick<Platform, "database" | "vault" | "renderer" | "publicUrl">;

/**
 * Makes the claimed messages: the person's data from the vault, the words rendered, the guardrails once more over what
 * they became, the links with their tokens. Aligned with the claim's messages.
 */
export async function composeClaim(tools: Tools, claim: Claim, nowMs: number): Promise<Composed[]> {
  const { messages, company } = claim;
  const people = await readPeople(
    tools.database.sql,
    tools.vault,
    messages.map(({ customerId }) => customerId),
  );
  const rendered = await renderMessages(
    tools.renderer,
    messages.map(({ creative, customerId, offer }) => ({
      creative,
      offer,
      company,
      person: people.get(customerId),
    })),
  );
  return messages.map((message, i) => {
    const email = people.get(message.customerId)?.email;
    const one = rendered[i] ?? { ok: false, error: "not rendered" };
    if (email === undefined)
      return refused(message, ["address.missing"], "the customer has no address any more");
    if (!one.ok) return refused(message, ["render.failed"], one.error);
    const raised = wordsRaised(message, one, claim, nowMs);
    if (raised.length > 0) return refused(message, raised, "what the words became may not leave");
    const envelope = envelopeOf(tools, message, one, { company, email });
    return { ok: true, message, envelope, renderHash: one.renderHash };
  });
}

const refused = (message: ClaimedMessage, reasons: string[], response: string): Composed => ({
  ok: false,
  message,
  reasons,
  response,
});

type Words = Extract<RenderedMessage, { ok: true }>;

/** What the guardrails find in this customer's rendering that nobody had seen in the words before. */
function wordsRaised(
  message: ClaimedMessage,
  words: Words,
  { company, policy }: Claim,
  nowMs: number,
): string[] {
  const piece = { ...words, channel: message.channel, unsubscribeUrl: LINK_PLACEHOLDERS.unsubscribe };
  const draft = draftOf(piece, message.offer, company.postalAddress);
  return checkAll(draft, message.facts, policy, nowMs)
    .findings.filter(
      ({ finding }) => finding.level === "block" || !message.knownReasons.includes(finding.reason.code),
    )
    .map(({ finding }) => finding.reason.code);
}

function envelopeOf(
  { vault, publicUrl }: Tools,
  { id, customerId, campaignId, runId, messageId }: ClaimedMessage,
  words: Words,
  { company, email }: { company: Company; email: NonNullable<Person["email"]> },
): Envelope {
  const sign = vault.sign.bind(vault);
  const link = messageLinks(publicUrl, { customerId, outboxId: id }, sign);
  return {
    messageId,
    from: { name: company.fromName, address: company.fromAddress },
    to: email,
    replyTo: company.replyTo,
    subject: words.subject,
    html: fillLinks(words.html, link),
    text: fillLinks(words.text, link),
    headers: {
      // RFC 8058: one click, by POST, no cookies, no redirect
      "List-Unsubscribe": `<${link("unsubscribe")}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-ID": `marketing <marketing.${senderDomain(company)}>`,
      // Gmail's complaint reports name the first of these; the last is the sender
      "Feedback-ID": `${campaignId}:${runId}:email:touchline`,
      Precedence: "bulk",
      // RFC 3834: nobody's holiday notice needs to answer this
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
  };
}
