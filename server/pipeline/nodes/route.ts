import type { RunPlan } from "@/server/domain/run-plan";
import { pass, stop } from "@/server/domain/verdict";
import { chooseSegmentor } from "../choose-segmentor";
import type { Case, Node } from "../node";

/** Which segmentor, by goal and configuration. */
export const route: Node<"route", Case & { goal: RunPlan }, string, void> = {
  name: "route",
  version: 1,
  async ask() {},
  decide({ goal: { campaign, configuration } }) {
    const id = chooseSegmentor(campaign.goal, configuration);
    return id === null ? stop("skipped", { code: "route.no-segmentor" }) : pass(id);
  },
};
