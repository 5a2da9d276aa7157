import type { Console } from "./console-client";

/** A question by the name of its procedure, with its variant where a page asks it in several ways. */
export type Question = readonly [name: string, ask: () => Promise<unknown>];

const ROWS = 100;

/** What the pages ask: about the newest message that may leave, its campaign and its customer, and about one that waits. */
export async function pageCalls(site: Console): Promise<Question[]> {
  const decided = await site.decision.list.query({ verdict: "sent-on", limit: 1 });
  const { runId, customerId, campaignId: id } = some(decided.rows[0], "message that may leave");
  const held = await site.review.list.query({ limit: 1 });
  const about = { id, customerId, runId, heldId: some(held.rows[0], "held message").id };
  return [
    ...(await campaignCalls(site, about)),
    ...customerCalls(site, about),
    ...figureCalls(site, about),
    ...(await workCalls(site, about)),
    ...settingCalls(site),
  ];
}

type About = { id: number; customerId: number; runId: number; heldId: number };

async function campaignCalls({ campaign, run, segment }: Console, { id }: About): Promise<Question[]> {
  const { body } = await campaign.get.query({ id });
  const { audience, goal, rollout, holdoutShare, autonomy } = body;
  const reach = { id, audience, goal, rollout, holdoutShare, autonomy, draw: 0 };
  const { pieces } = await campaign.content.query({ id });
  const creative = some(pieces.find((piece) => piece.creative !== null)?.creative, "written piece");
  const { people } = await campaign.reach.query(reach);
  const person = some(people[0], "reached customer");
  const preview = { creativeId: creative.id, customerId: person.customerId };
  return [
    ["campaign.list", () => campaign.list.query({ pageSize: ROWS })],
    ["campaign.get", () => campaign.get.query({ id })],
    ["campaign.variants", () => campaign.variants.query({ id })],
    ["campaign.stateChanges", () => campaign.stateChanges.query({ id })],
    ["campaign.autonomy", () => campaign.autonomy.query({ id })],
    ["campaign.content", () => campaign.content.query({ id })],
    ["campaign.audienceChoices", () => campaign.audienceChoices.query()],
    ["campaign.previewAudience", () => campaign.previewAudience.query({ audience })],
    ["campaign.previewPiece", () => campaign.previewPiece.query(preview)],
    ["campaign.reach", () => campaign.reach.query(reach)],
    ["run.list", () => run.list.query({ campaignId: id })],
    ["segment.list", () => segment.list.query({})],
    ["segment.listSaved", () => segment.listSaved.query({})],
  ];
}

function customerCalls({ customer, decision, outbox }: Console, about: About): Question[] {
  const { customerId, runId, id: campaignId } = about;
  const key = `${runId}-${customerId}`;
  return [
    ["customer.list", () => customer.list.query({ limit: ROWS })],
    ["customer.list, by spending", () => customer.list.query({ limit: ROWS, sort: "spend" })],
    ["customer.list, who withdrew", () => customer.list.query({ limit: ROWS, consent: "withdrawn" })],
    ["customer.places", () => customer.places.query({ every: ROWS })],
    ["customer.countries", () => customer.countries.query()],
    ["customer.get", () => customer.get.query({ id: customerId })],
    ["customer.head", () => customer.head.query({ id: customerId })],
    ["customer.nextAction", () => customer.nextAction.query({ id: customerId })],
    ["customer.explainNext", () => customer.explainNext.query({ id: customerId, campaignId })],
    ["decision.list", () => decision.list.query({ limit: ROWS })],
    ["decision.places", () => decision.places.query({ every: ROWS })],
    ["decision.get", () => decision.get.query({ id: key })],
    ["decision.replay", () => decision.replay.query({ id: key })],
    ["outbox.list", () => outbox.list.query({ pageSize: ROWS })],
  ];
}

function figureCalls({ figures, report }: Console, { id: campaignId }: About): Question[] {
  return [
    ["figures.overview", () => figures.overview.query({})],
    ["figures.overview, one campaign", () => figures.overview.query({ campaignId })],
    ["figures.kpis", () => figures.kpis.query({ compare: "previous" })],
    ["figures.daily", () => figures.daily.query({})],
    ["figures.campaigns", () => figures.campaigns.query({})],
    ["figures.movement", () => figures.movement.query({})],
    ["figures.trend", () => figures.trend.query({})],
    ["figures.annotations", () => figures.annotations.query({})],
    ["figures.cohorts", () => figures.cohorts.query({})],
    ["figures.alerts", () => figures.alerts.query({})],
    ["report.preview", () => report.preview.query({})],
    ["report.sends", () => report.sends.query({})],
  ];
}

async function workCalls(site: Console, { heldId: id }: About): Promise<Question[]> {
  const { audit, company, failure, inbox, notice, review } = site;
  const { creativeHash } = await review.get.query({ id });
  return [
    ["review.list", () => review.list.query({ limit: 50 })],
    ["review.get", () => review.get.query({ id })],
    ["review.counts", () => review.counts.query({})],
    ["review.people", () => review.people.query({})],
    ["review.group", () => review.group.query({ creativeHash })],
    ["audit.list", () => audit.list.query({ limit: ROWS })],
    ["audit.places", () => audit.places.query({ every: ROWS })],
    ["audit.people", () => audit.people.query({})],
    ["company.firstSteps", () => company.firstSteps.query()],
    ["failure.list", () => failure.list.query({})],
    ["inbox.list", () => inbox.list.query({})],
    ["notice.list", () => notice.list.query({})],
  ];
}

function settingCalls(site: Console): Question[] {
  const { savedView, settings, team, writeKey } = site;
  return [
    ["import.list", () => site.import.list.query({})],
    ["savedView.list", () => savedView.list.query({ list: "customers" })],
    ["settings.current", () => settings.current.query({ kind: "configuration" })],
    ["settings.segmentors", () => settings.segmentors.query({})],
    ["settings.versions", () => settings.versions.query({ kind: "policy" })],
    ["team.list", () => team.list.query({})],
    ["writeKey.list", () => writeKey.list.query({})],
  ];
}

function some<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`the demo company has no ${what}`);
  return value;
}
