import type { Brand } from "../settings/brand";
import type { Company } from "../settings/company";
import type { Offer } from "../settings/configuration";
import { type CopyProblem, checkCopy } from "./check-copy";

/** Where a problem of pasted copy stands. */
export const CHECKED_PARTS = { subject: "subject", text: "text" } as const;

/**
 * What is wrong with copy that somebody pasted: a subject and a text with empty lines between its paragraphs. The same
 * check as for a written piece; only what a pasted text lacks (a heading, a button) is not asked for.
 */
export function checkPasted(
  pasted: { subject: string; text: string },
  { brand, company, offer }: { brand: Brand; company: Company; offer: Offer | null },
): CopyProblem[] {
  const at = (part: keyof typeof CHECKED_PARTS, { code, span }: CopyProblem): CopyProblem[] => [
    { field: CHECKED_PARTS[part], code, span },
  ];
  const paragraphs = pasted.text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
  const problems = checkCopy(
    { subject: pasted.subject, preheader: "", heading: "·", paragraphs, callToAction: "·" },
    {
      campaignId: 0,
      goal: "win-back",
      brief: "",
      segment: "",
      action: offer === null ? "message" : "offer",
      channel: "email",
      variant: "a",
      language: company.language,
      offer,
      brand,
      company,
    },
  );
  return problems.flatMap((problem) => {
    const { field } = problem;
    if (field === "subject") return pasted.subject === "" ? [] : at("subject", problem);
    if (field.startsWith("paragraphs.")) return at("text", problem);
    return field === "paragraphs" && paragraphs.length > 0 ? at("text", { ...problem, span: "" }) : [];
  });
}
