import type { RunPlan } from "@/server/domain/run-plan";
import { pass, stop } from "@/server/domain/verdict";
import { segmentorOf } from "@/server/segmentors";
import type { Case, Node } from "../node";

/** The first segmentor of the goal that the configuration has enabled and that exists. Nothing a user types plays a part. */
export const route: Node<"route", Case & { goal: RunPlan }, string, void> = {
  name: "route",
  version: 1,
  async ask() {},
  decide({ goal: { campaign, configuration } }) {
    const id = configuration.goals[campaign.goal].segmentors.find(
      (one) => configuration.enabledSegmentors.includes(one) && segmentorOf(one) !== undefined,
    );
    return id === undefined ? stop("skipped", { code: "route.no-segmentor" }) : pass(id);
  },
};
