import type { CustomerFacts, FactName } from "@/server/domain/customer-facts";
import type { Channel } from "@/server/domain/goal";
import type { Offer } from "@/server/domain/settings/configuration";
import type { Policy } from "@/server/domain/settings/policy";
import type { Finding } from "@/server/domain/verdict";

/**
 * What is about to be said: a creative with its merge fields when the line decides, one customer's rendering at the claim.
 * Guardrails read nothing else of a message.
 */
export type Draft = {
  channel: Channel;
  subject: string;
  text: string;
  html: string;
  offer: Offer | null;
  /** the sender's, from the company's settings; empty where none is set */
  postalAddress: string;
  /** whether HTML and text both carry the unsubscribe link */
  hasUnsubscribe: boolean;
  /** percentages that subject and text name, e.g. "15 % off" → 15 */
  percentsNamed: readonly number[];
};

/** No message yet: for asking only the rules that read nothing of one but its channel. */
export const WORDLESS_DRAFT: Draft = {
  channel: "email",
  subject: "",
  text: "",
  html: "",
  offer: null,
  postalAddress: "",
  hasUnsubscribe: true,
  percentsNamed: [],
};

/**
 * One rule of law, of the mailbox providers or of the company. Pure and total; the same code at decision and at claim.
 * It sees only the facts that it names in `reads`; a fact that is missing never reaches it: `checkAll` blocks first.
 * `null` in a fact means unknown or never: what that stands for is the guardrail's to say, and never `clear` by default.
 */
export type Guardrail<Reads extends FactName = FactName> = {
  title: string;
  /** the law, the provider's rule or the decision record behind it */
  source: string;
  reads: readonly Reads[];
  check(draft: Draft, facts: Pick<CustomerFacts, Reads>, policy: Policy, nowMs: number): Finding;
};

/** Ties a guardrail's `reads` to what its `check` may see. */
export const guardrail = <const Reads extends FactName>(one: Guardrail<Reads>): Guardrail<Reads> => one;
