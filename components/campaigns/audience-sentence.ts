import { AUDIENCE_FIELDS, type CampaignBody, type Comparison } from "@/server/domain/campaign";

type Op = Comparison["op"];

export const OPERATORS: Record<Op, string> = { ">=": "at least", "<=": "at most", "=": "is", "!=": "is not" };

/** The comparisons that make sense for a kind of fact. */
export const operatorsOf = (kind: "number" | "text" | "boolean"): readonly Op[] =>
  kind === "number" ? [">=", "<=", "="] : kind === "text" ? ["=", "!="] : ["="];

/** The audience in one sentence of plain English. */
export function audienceSentence({ all }: CampaignBody["audience"]): string {
  if (all.length === 0) return "Everyone.";
  const parts = all.map(({ field, op, value }) => {
    const { title, kind } = AUDIENCE_FIELDS[field];
    if (kind === "boolean") return value ? `they are ${title}` : `they are not ${title}`;
    return `${title.charAt(0).toLowerCase()}${title.slice(1)} ${OPERATORS[op]} ${value}`;
  });
  return `Everyone of whom all of this holds: ${parts.join("; ")}.`;
}
