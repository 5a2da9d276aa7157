import { z } from "zod";
import { sampleRatio } from "@/server/domain/stats/sample-ratio";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { readAs } from "./json-input";

const counts = z
  .array(z.number().int("must be whole").min(0, "may not lie below zero"))
  .min(2, "needs two arms or more");
const question = z.object({
  observed: counts,
  weights: z.array(z.number().min(0, "may not lie below zero")).min(2, "needs two arms or more"),
});

/** Whether people were split as planned. */
export const srm: LabCommand = {
  usage: "srm < QUESTION.json",
  about: "Whether people were split as planned: chi-squared and p of the counts against the weights.",
  options: {},
  files: [0, 0],
  async run({ json }) {
    const { observed, weights } = readAs(question, await json());
    if (observed.length !== weights.length)
      throw new BadInput("weights", `needs one for each arm: ${observed.length}, not ${weights.length}`);
    const found = sampleRatio(observed, weights);
    if (found !== null) return found;
    const isNobody = observed.every((count) => count === 0);
    throw new BadInput(
      isNobody ? "observed" : "weights",
      isNobody ? "counts nobody" : "needs two arms with a weight above zero",
    );
  },
};
