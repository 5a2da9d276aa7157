import type { Answer } from "@/components/api-types";

type Step = NonNullable<Answer["company"]["firstSteps"]>["steps"][number];

/** What a person can do next for a new company; undefined where the rest is done or somebody else's. */
export const nextStep = (steps: readonly Step[], granted: ReadonlySet<string>): Step | undefined =>
  steps.find((step) => !step.done && granted.has(step.needs));
