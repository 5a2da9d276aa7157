import { address } from "./address";
import { complaint } from "./complaint";
import { consent } from "./consent";
import type { Guardrail } from "./contract";
import { discount } from "./discount";
import { engagement } from "./engagement";
import { frequencyCap } from "./frequency-cap";
import { hardBounces } from "./hard-bounces";
import { highValue } from "./high-value";
import { keptOut } from "./kept-out";
import { postalAddress } from "./postal-address";
import { sensitiveTicket } from "./sensitive-ticket";
import { subject } from "./subject";
import { suppression } from "./suppression";
import { unsubscribeLink } from "./unsubscribe-link";

/** The whole list. The key is the id: stored in traces, shown in the console, never reused. */
export const guardrails = {
  address,
  consent,
  suppression,
  "kept-out": keptOut,
  "frequency-cap": frequencyCap,
  engagement,
  "hard-bounces": hardBounces,
  "unsubscribe-link": unsubscribeLink,
  "postal-address": postalAddress,
  subject,
  discount,
  "high-value": highValue,
  complaint,
  "sensitive-ticket": sensitiveTicket,
} satisfies Record<string, Guardrail>;
export type GuardrailId = keyof typeof guardrails;
