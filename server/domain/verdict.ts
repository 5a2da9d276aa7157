/** Why something fell as it did. `code` is stable (the console words it); `facts` are the figures it saw. */
export type Reason = {
  code: string;
  facts?: Readonly<Record<string, string | number | boolean | null>>;
};

/**
 * A node's answer for one customer. `stop` and `hold` are outcomes, not errors.
 * `stop` ends the line for this customer; `hold` lets it go on to a person.
 */
export type Verdict<Fact> =
  | { kind: "pass"; fact: Fact; reasons: readonly Reason[] }
  | {
      kind: "stop";
      outcome: "blocked" | "skipped" | "holdout";
      reasons: readonly Reason[];
      /** what the node found out all the same: kept in the trace */
      learned?: Partial<Fact>;
    };

const NONE: readonly Reason[] = [];

export const pass = <Fact>(fact: Fact, reasons: readonly Reason[] = NONE): Verdict<Fact> => ({
  kind: "pass",
  fact,
  reasons,
});
export const stop = (outcome: "blocked" | "skipped" | "holdout", ...reasons: Reason[]): Verdict<never> => ({
  kind: "stop",
  outcome,
  reasons,
});
/** Stops, and keeps what was found out on the way for the trace. */
export const stopKnowing = <Fact>(
  learned: Partial<Fact>,
  outcome: "blocked" | "skipped" | "holdout",
  reasons: readonly Reason[],
): Verdict<Fact> => ({ kind: "stop", outcome, reasons, learned });

/** What a guardrail finds. `block` ends the message, `doubt` calls a person, `clear` lets it by. */
export type Finding =
  | { level: "clear" }
  | { level: "doubt" | "block"; reason: Reason /** offending text, for the reviewer's eye */; span?: string };

export const clear: Finding = { level: "clear" };
export const doubt = (code: string, facts?: Reason["facts"], span?: string): Finding => ({
  level: "doubt",
  reason: facts === undefined ? { code } : { code, facts },
  ...(span === undefined ? {} : { span }),
});
export const block = (code: string, facts?: Reason["facts"], span?: string): Finding => ({
  level: "block",
  reason: facts === undefined ? { code } : { code, facts },
  ...(span === undefined ? {} : { span }),
});
