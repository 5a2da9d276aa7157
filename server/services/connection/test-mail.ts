import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { SendResult } from "@/server/channels/contract";
import type { Context } from "@/server/context";
import type { Company } from "@/server/domain/settings/company";
import { settingInForce } from "@/server/store/settings";
import { verb } from "../verb";
import { countTest, ownAddress } from "./own-address";

const input = z.object({});

/** Kept before a byte leaves, so that a test that is cut off stands in the audit too. */
const begin = verb(
  { action: "settings.test-mail", needs: "settings.write", input },
  async ({ tx, actor, ctx }) => {
    const to = await ownAddress(ctx.platform.database, actor);
    await countTest(ctx.platform.database, "mail", actor);
    const { body: company, version } = await settingInForce(tx.sql, "company");
    return {
      out: { to, company },
      entity: { type: "settings", id: "company" },
      before: null,
      after: { senderVersion: version },
    };
  },
);

const answered = verb(
  {
    action: "settings.test-mail-answered",
    needs: "settings.write",
    input: z.object({ kind: z.string(), milliseconds: z.number() }),
  },
  async ({ input: answer }) => ({
    out: null,
    entity: { type: "settings", id: "company" },
    before: null,
    after: answer,
  }),
);

export type MailTest = {
  to: string;
  from: string;
  kind: SendResult["kind"];
  /** what the mail server said, word for word */
  response: string;
  milliseconds: number;
};

/** Sends one mail to the signed-in person's own address through the configured sender, and answers what the server said. */
export const testMail = Object.assign(
  async (ctx: Context, raw: z.input<typeof input>): Promise<MailTest> => {
    const { to, company } = await begin(ctx, raw);
    const begun = performance.now();
    const [result] = await ctx.platform.senders.email.send([
      envelopeFor(to, company, ctx.platform.clock.now()),
    ]);
    const milliseconds = Math.round(performance.now() - begun);
    const { kind, response } = result ?? {
      kind: "uncertain" as const,
      response: "the sender gave no answer",
    };
    await answered(ctx, { kind, milliseconds });
    return { to, from: company.fromAddress, kind, response, milliseconds };
  },
  { input: begin.input, needs: begin.needs },
);

function envelopeFor(to: string, company: Company, now: Date) {
  const domain = company.fromAddress.slice(company.fromAddress.indexOf("@") + 1);
  const text = `This is a test mail from the settings of ${company.name}, sent on ${now.toISOString()}. If you can read it, the sender works.\n\n${company.postalAddress}`;
  return {
    messageId: `test-${randomUUID()}@${domain}`,
    from: { name: company.fromName, address: company.fromAddress },
    to,
    replyTo: company.replyTo,
    subject: "Test mail from your marketing console",
    text,
    html: `<p>${escaped(text).replaceAll("\n", "<br>")}</p>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
