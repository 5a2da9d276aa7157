import { abTest } from "./ab-test";
import { bounce } from "./bounce";
import { classify } from "./classify";
import type { LabCommand } from "./command";
import { power } from "./power";
import { spam } from "./spam";
import { srm } from "./srm";

/** Every command of the lab, by its name. */
export const COMMANDS: Readonly<Record<string, LabCommand>> = {
  "ab-test": abTest,
  srm,
  power,
  classify,
  spam,
  bounce,
};
