import { z } from "zod";
import { CHECKED_PARTS, checkPasted } from "@/server/domain/copy/check-pasted";
import { brand } from "@/server/domain/settings/brand";
import { Refusal } from "@/server/errors";
import { draftOf } from "@/server/guardrails/draft-of";
import { subject as subjectRule } from "@/server/guardrails/subject";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";

const input = z.object({
  /** the brand guide to try: a draft, or what is in force */
  body: z.unknown(),
  subject: z.string().max(300).default(""),
  text: z.string().max(10_000).default(""),
  /** an offer of the configuration that the copy may speak of; null: none */
  offerId: z.string().max(40).nullable().default(null),
});

/**
 * What would be wrong with pasted copy under a brand guide: the check of everything that is written, and the guardrail
 * on subject lines under the policy in force. Each finding names the words that are wrong. Stores nothing.
 */
export const tryCopy = view({ needs: "settings.read", input }, async ({ ctx, now, input }) => {
  const guide = brand.safeParse(input.body);
  if (!guide.success) {
    const [issue] = guide.error.issues;
    throw new Refusal(
      "BAD_REQUEST",
      `${issue?.path.join(".") || "body"}: ${issue?.message ?? "mend the guide first"}`,
    );
  }
  const { sql } = ctx.platform.database;
  const [{ body: company }, { body: configuration }, { body: policy }] = await Promise.all([
    settingInForce(sql, "company"),
    settingInForce(sql, "configuration"),
    settingInForce(sql, "policy"),
  ]);
  const offer = configuration.offers.find(({ id }) => id === input.offerId) ?? null;
  const problems = checkPasted(input, { brand: guide.data, company, offer });
  const piece = {
    channel: "email" as const,
    subject: input.subject,
    html: "",
    text: "",
    unsubscribeUrl: null,
  };
  const finding = subjectRule.check(draftOf(piece, offer, company.postalAddress), {}, policy, now.getTime());
  if (input.subject !== "" && finding.level !== "clear")
    problems.push({
      field: CHECKED_PARTS.subject,
      code: finding.reason.code,
      span: finding.span ?? input.subject,
    });
  return { problems };
});
