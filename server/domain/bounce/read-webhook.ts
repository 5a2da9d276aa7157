import type { BounceReport, RecipientReport } from "./bounce-report";
import { readAnyProvider } from "./webhooks/any-provider";
import { eventsIn } from "./webhooks/events-in";
import type { JsonObject } from "./webhooks/json-at";
import { readMailgun } from "./webhooks/mailgun";
import { readMandrill } from "./webhooks/mandrill";
import { readPostmark } from "./webhooks/postmark";
import type { ProviderEvent, ReadEvent } from "./webhooks/provider-event";
import { readSendgrid } from "./webhooks/sendgrid";
import { readSes } from "./webhooks/ses";
import { readSparkpost } from "./webhooks/sparkpost";

/** Each knows its own events; the last one takes what is left. */
const READERS: readonly ReadEvent[] = [
  readSes,
  readSendgrid,
  readMailgun,
  readMandrill,
  readPostmark,
  readSparkpost,
  readAnyProvider,
];

/**
 * Reads the body of a provider's webhook, parsed from JSON. Of several events the first one that tells of a bounce or a
 * complaint counts, or else the first one of a delivery; its like follow as further recipients. It never throws.
 */
export function readWebhook(body: unknown): BounceReport {
  const events = eventsIn(body).flatMap(eventsOf);
  const told = events.find(isBad) ?? events.find(({ kind }) => kind !== "none");
  const report = { feedbackType: "", notice: "", recipients: [] };
  if (told === undefined) return { ...report, kind: "none" };
  if (told.kind === "feedback") return { ...report, kind: "feedback", feedbackType: told.feedbackType };
  if (told.kind !== "delivery") return { ...report, kind: told.kind };
  return {
    ...report,
    kind: "delivery",
    recipients: events.filter(isDelivery).map(({ recipient }) => recipient),
  };
}

function eventsOf(event: JsonObject): readonly ProviderEvent[] {
  for (const read of READERS) {
    const found = read(event);
    if (found !== null) return "kind" in found ? [found] : found;
  }
  return [];
}

const isDelivery = (event: ProviderEvent): event is { kind: "delivery"; recipient: RecipientReport } =>
  event.kind === "delivery";

const isBad = (event: ProviderEvent): boolean =>
  isDelivery(event) ? event.recipient.action !== "delivered" : event.kind !== "none";
