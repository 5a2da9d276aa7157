import { z } from "zod";
import { peoplePerVariant } from "@/server/domain/stats/sample-size";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { readAs } from "./json-input";

const inside = (initial: number) =>
  z.number().gt(0, "must lie between 0 and 1").lt(1, "must lie between 0 and 1").default(initial);
const question = z.object({
  baseline: z.number().gt(0, "must lie between 0 and 1").lt(1, "must lie between 0 and 1"),
  mde: z.number().refine((value) => value !== 0, "may not be zero"),
  difference: z
    .enum(["absolute", "relative"], { error: 'must be "absolute" or "relative"' })
    .default("absolute"),
  alpha: inside(0.05),
  power: inside(0.8),
});

/** How many people a test needs. */
export const power: LabCommand = {
  usage: "power < QUESTION.json",
  about: "How many people each variant needs to find a difference of mde in a share, two-sided.",
  options: {},
  files: [0, 0],
  async run({ json }) {
    const asked = readAs(question, await json());
    const mde = asked.difference === "relative" ? asked.mde * asked.baseline : asked.mde;
    const perVariant = peoplePerVariant({ ...asked, mde });
    if (perVariant === null)
      throw new BadInput("mde", `leads from ${asked.baseline} to ${asked.baseline + mde}, which is no share`);
    return { perVariant };
  },
};
