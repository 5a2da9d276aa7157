import { action } from "./nodes/action";
import { deliver } from "./nodes/deliver";
import { goal } from "./nodes/goal";
import { insights } from "./nodes/insights";
import { message } from "./nodes/message";
import { record } from "./nodes/record";
import { review } from "./nodes/review";
import { route } from "./nodes/route";
import { safety } from "./nodes/safety";
import { segment } from "./nodes/segment";
import { startOf } from "./start-of";

/** The whole process. A node that stands before a fact which it needs does not compile. */
export const line = startOf()
  .to(goal) //     what the run is for, and everything fixed for all of it
  .to(route) //    which segmentor, by goal and configuration
  .to(segment) //  which segment, or stop
  .to(insights) // what stands out of this customer
  .to(action) //   held out? else which action, offer, channel, variant: drawn with a known chance
  .to(message) //  which words
  .to(safety) //   every guardrail: block, doubt or pass
  .to(review) //   does a person look first?
  .to(deliver) //  when
  .to(record); //  the row that outcomes are joined to, for everybody
