import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { checkAll } from "@/server/guardrails/check-all";
import { draftOf } from "@/server/guardrails/draft-of";
import { creativeContents } from "@/server/store/creative-content";
import { loadFacts } from "@/server/store/facts.sql";
import { settingInForce } from "@/server/store/settings";
import { previewCreative } from "../outbox/preview";
import { view } from "../verb";

const input = z.object({ creativeId: rowId, customerId: rowId });

/**
 * A piece as one customer would get it, by the engine that sends, with everything that the guardrails would say of it for
 * them now. Sends nothing.
 */
export const previewPiece = view(
  { needs: "customer.read", input },
  async ({ ctx, now, input: { creativeId, customerId } }) => {
    const { sql } = ctx.platform.database;
    const [facts, content, configuration, policy, company] = await Promise.all([
      loadFacts(sql, [customerId], now),
      creativeContents(sql, [creativeId]),
      settingInForce(sql, "configuration"),
      settingInForce(sql, "policy"),
      settingInForce(sql, "company"),
    ]);
    const known = facts.get(customerId);
    if (known === undefined) throw new Refusal("NOT_FOUND", `customerId: there is no customer ${customerId}`);
    const creative = content.get(creativeId);
    if (creative === undefined)
      throw new Refusal("NOT_FOUND", `creativeId: there is no creative ${creativeId}`);
    const message = await previewCreative(ctx, { creativeId, customerId }, configuration.body);
    const offer = configuration.body.offers.find(({ id }) => id === creative.offerId) ?? null;
    const draft = draftOf({ ...creative, unsubscribeUrl: null }, offer, company.body.postalAddress);
    return { message, findings: checkAll(draft, known, policy.body, now.getTime()).findings };
  },
);
