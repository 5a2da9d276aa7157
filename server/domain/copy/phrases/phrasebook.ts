import type { ActionKind, Goal } from "../../goal";

/** One way into a message: subject, heading, and the sentences that open it. */
export type Opening = readonly [subject: string, heading: string, opening: string];

/**
 * The rules-based writer's words in one language. Five openings a goal, each its own approach: warm, direct, a question,
 * short, helpful. No sentence says anything that the company has not decided or that is not true of everybody it may reach:
 * no news, no scarcity, no praise of products.
 */
export type Phrasebook = {
  hello: string;
  openings: Record<Goal, readonly [Opening, Opening, Opening, Opening, Opening]>;
  /** what follows, by action; an offer is named by the layout, from its terms */
  body: Record<ActionKind, string>;
  preheader: Record<ActionKind, string>;
  callToAction: Record<ActionKind, string>;
  /** where an offer has a code, and where it has none */
  withCode: string;
  withoutCode: string;
  /** to regular customers, to new ones */
  regular: string;
  fresh: string;
  /** how each approach ends */
  close: readonly [string, string, string, string, string];
};
