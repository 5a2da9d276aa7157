import { abTest } from "./ab-test";
import { attribution } from "./attribution";
import { bandit } from "./bandit";
import { bounce } from "./bounce";
import { classify } from "./classify";
import { clv } from "./clv";
import type { LabCommand } from "./command";
import { ope } from "./ope";
import { power } from "./power";
import { recommend } from "./recommend";
import { rfm } from "./rfm";
import { sendHour } from "./send-hour";
import { spam } from "./spam";
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
  clv,
  rfm,
  recommend,
  "send-hour": sendHour,
  attribution,
  bounce,
  spam,
  classify,
  train,
  uplift,
};
