import { abTest } from "./ab-test";
import { bandit } from "./bandit";
import type { LabCommand } from "./command";
import { ope } from "./ope";
import { power } from "./power";
import { srm } from "./srm";
import { train } from "./train";
import { uplift } from "./uplift";

/** Every command of the lab, by its name. */
export const COMMANDS: Readonly<Record<string, LabCommand>> = {
  "ab-test": abTest,
  srm,
  power,
  bandit,
  ope,
  train,
  uplift,
};
