import type { Caller } from "@/server/api/root";
import type { Policy } from "@/server/domain/settings/policy";
import { DAY_MS, MINUTE_MS } from "@/server/domain/time";
import type { Staff } from "../support/staff";
import type { DemoCampaign } from "./campaigns";
import { workThroughQueue } from "./reviewers";
import { changePolicy } from "./settings";
import type { Stage } from "./stage";
import type { openTill } from "./till";
import type { Timings } from "./timings";
import type { openWebsite } from "./website";

/** Of runs this recent, orders come in by the hour. */
const RECENT_MS = 1.2 * DAY_MS;
/** Messages of so recent a run have time to wait for whoever looks at the demo; reviewers have seen to this share of them. */
const OPEN_MS = 0.5 * DAY_MS;
const SEEN_TO = 0.3;

type Piece = Awaited<ReturnType<Caller["campaign"]["content"]>>["pieces"][number];

/** The first written piece of each action. */
const firstOfActions = (pieces: readonly Piece[]): Piece[] =>
  pieces.filter(({ action }, i) => pieces.findIndex((other) => other.action === action) === i);

type Cast = {
  stage: Stage;
  staff: Staff;
  reviewers: readonly Caller[];
  till: ReturnType<typeof openTill>;
  website: Awaited<ReturnType<typeof openWebsite>>;
  timings: Timings;
  today: Date;
};

/** What the people of the demo shop do with the product. */
export class Season {
  readonly #cast: Cast;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** The week's files come in, and the figures are joined as the worker does each hour. */
  async newWeek(): Promise<void> {
    const { stage, till, website, timings } = this.#cast;
    await timings.of("import", () => till.bringWeek());
    await timings.of("events", () => website.report());
    await timings.of("measure", () => stage.system.measure.joinOutcomes({}));
  }

  async newTickets(): Promise<void> {
    await this.#cast.timings.of("import", () => this.#cast.till.bringTickets());
  }

  async launch({ body, temper, words = {} }: DemoCampaign): Promise<number> {
    const { stage, staff } = this.#cast;
    const { id } = await staff.marketer.campaign.create(body);
    await stage.system.campaign.writeContent({ campaignId: id, key: null });
    for (const piece of firstOfActions((await staff.marketer.campaign.content({ id })).pieces)) {
      const copy = words[piece.action];
      if (copy === undefined) continue;
      const expectedCreativeId = piece.creative?.id ?? null;
      const everySegment = true;
      await staff.marketer.campaign.writePiece({
        id,
        key: piece.key,
        expectedCreativeId,
        copy,
        everySegment,
      });
    }
    await staff.marketer.campaign.move({ id, to: "live", reason: "as agreed for this season" });
    stage.tempers.set(id, temper);
    return id;
  }

  /** A run from its request to its last decision; within two hours reviewers look at most of what was held. */
  async run(campaignId: number, reviewed: number): Promise<void> {
    const { stage, staff, reviewers, till, timings } = this.#cast;
    const { system, clock } = stage;
    await system.review.expireOverdue({});
    if (this.#isWithin(RECENT_MS)) await timings.of("import", () => till.bringOrders());
    const { runId } = await staff.marketer.run.request({ campaignId });
    const { chunks } = await timings.of("freeze", () => system.run.freeze({ runId }));
    await timings.of("write creatives", () => system.run.writeCreatives({ runId }));
    for (let chunk = 0; chunk < chunks; chunk++)
      await timings.of("decide", () => system.run.decideChunk({ runId, chunk }));
    await system.run.finish({ runId });
    await this.wind(new Date(clock.now().getTime() + 40 * MINUTE_MS));
    const share = this.#isWithin(OPEN_MS) ? SEEN_TO : this.#isWithin(RECENT_MS) ? 1 : reviewed;
    await timings.of("review", () => workThroughQueue(stage, reviewers, share));
  }

  /** Whether the demo's last day ends in so little time. */
  #isWithin(ms: number): boolean {
    const { stage, today } = this.#cast;
    return today.getTime() - stage.clock.now().getTime() < ms;
  }

  async stop(campaignId: number, reason: string): Promise<void> {
    await this.#cast.staff.marketer.campaign.move({ id: campaignId, to: "stopped", reason });
  }

  changePolicy(change: Partial<Policy>, note: string): Promise<void> {
    return changePolicy(this.#cast.staff.admin, change, note);
  }

  /** Whoever reported a mail as spam gets none any more. */
  async suppressComplainers(): Promise<void> {
    const { stage, staff } = this.#cast;
    const reason = "Reported our mail as spam at their mailbox provider";
    for (const { customerId } of stage.complaints.splice(0))
      await staff.marketer.customer.suppress({ id: customerId, reason });
  }

  async wind(to: Date): Promise<void> {
    const { stage, timings } = this.#cast;
    if (to > stage.clock.now()) await timings.of("deliver and read", () => stage.windTo(to));
  }
}
