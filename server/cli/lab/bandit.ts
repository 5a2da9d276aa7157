import { z } from "zod";
import { armShares } from "@/server/domain/bandit/arm-shares";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { readAs } from "./json-input";

const arm = z.object({
  n: z.number().int("must be whole").min(0, "may not lie below zero"),
  sum: z.number(),
  sumSquares: z.number().min(0, "may not lie below zero").optional(),
});
const question = z.object({
  arms: z.array(arm).min(2, "needs two arms or more"),
  /** accepted for every command of chance; these shares are exact and need none */
  seed: z.number().int("must be whole").optional(),
  floor: z.number().min(0, "may not lie below zero").default(0),
});

/** Thompson sampling's shares of the arms. */
export const bandit: LabCommand = {
  usage: "bandit < QUESTION.json",
  about:
    "With which share each arm is to be drawn next (Thompson sampling, exact), and which is probably best.",
  options: {},
  files: [0, 0],
  async run({ json }) {
    const { arms, floor } = readAs(question, await json());
    if (floor * arms.length > 1)
      throw new BadInput("floor", `must be at most 1 / ${arms.length}, the number of arms`);
    const isAmount = arms.some(({ sumSquares }) => sumSquares !== undefined);
    for (const [index, { n, sum, sumSquares }] of arms.entries()) {
      const field = `arms.${index}`;
      if (isAmount !== (sumSquares !== undefined))
        throw new BadInput(`${field}.sumSquares`, "must stand in all arms or in none");
      if (!isAmount && (sum < 0 || sum > n))
        throw new BadInput(
          `${field}.sum`,
          "must lie between 0 and n; give sumSquares where rewards are amounts",
        );
      if (sumSquares !== undefined && sumSquares < (sum * sum) / Math.max(n, 1) - 1e-9 * sumSquares)
        throw new BadInput(
          `${field}.sumSquares`,
          "less than the square of the sum divided by n, which no values have",
        );
    }
    return armShares(arms, floor);
  },
};
