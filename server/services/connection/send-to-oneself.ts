import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Envelope, SendResult } from "@/server/channels/contract";
import type { Context } from "@/server/context";
import type { Permission } from "@/server/domain/role";
import { senderDomain } from "@/server/domain/sender-domain";
import type { Company } from "@/server/domain/settings/company";
import { type InForce, settingInForce } from "@/server/store/settings";
import type { TestedConnection } from "@/server/store/throttle";
import { type Change, verb } from "../verb";
import { countTest, ownAddress } from "./own-address";

type Words = Pick<Envelope, "subject" | "html" | "text">;
type Tools<In> = { ctx: Context; input: In; now: Date; sender: InForce<"company"> };
type Spec<In, Raw> = {
  /** as the audit has it; the sender's answer is a second entry, `<action>-answered` */
  action: string;
  needs: Permission;
  input: z.ZodType<In, Raw>;
  counts: TestedConnection;
  entityOf: (input: In) => Change<unknown>["entity"];
  /** The words, or a refusal before anything is counted or sent. */
  write: (tools: Tools<In>) => Promise<Words>;
};

export type MailTest = {
  to: string;
  from: string;
  kind: SendResult["kind"];
  /** what the mail server said, word for word */
  response: string;
  milliseconds: number;
};

/**
 * A test: one mail to the signed-in person's own address through the configured sender, answered with what the server
 * said. It is in the audit before a byte leaves, so that one that is cut off stands there too. It is no touch: nothing
 * but the audit knows of it.
 */
export function sendToOneself<In extends object, Raw>(spec: Spec<In, Raw>) {
  const { action, needs, input, counts, entityOf, write } = spec;
  const begin = verb({ action, needs, input }, async ({ tx, actor, now, input: asked, ctx }) => {
    const { database } = ctx.platform;
    const to = await ownAddress(database, actor);
    const sender = await settingInForce(tx.sql, "company");
    const words = await write({ ctx, input: asked, now, sender });
    await countTest(database, counts, actor);
    return {
      out: { envelope: envelopeFor(to, sender.body, words), entity: entityOf(asked) },
      entity: entityOf(asked),
      before: null,
      after: { ...asked, senderVersion: sender.version },
    };
  });
  const answered = verb(
    { action: `${action}-answered`, needs, input: answer },
    async ({ input: { entity, ...after } }) => ({ out: null, entity, before: null, after }),
  );
  const run = async (ctx: Context, raw: Raw): Promise<MailTest> => {
    const { envelope, entity } = await begin(ctx, raw);
    const begun = performance.now();
    const [result = NO_ANSWER] = await ctx.platform.senders.email.send([envelope]);
    const { kind, response } = result;
    const milliseconds = Math.round(performance.now() - begun);
    await answered(ctx, { entity, kind, milliseconds });
    return { to: envelope.to, from: envelope.from.address, kind, response, milliseconds };
  };
  return Object.assign(run, { input, needs });
}

const answer = z.object({
  entity: z.object({ type: z.string(), id: z.string() }),
  kind: z.string(),
  milliseconds: z.number(),
});

const NO_ANSWER: SendResult = { kind: "uncertain", response: "the sender gave no answer" };

const envelopeFor = (to: string, company: Company, words: Words): Envelope => ({
  messageId: `test-${randomUUID()}@${senderDomain(company)}`,
  from: { name: company.fromName, address: company.fromAddress },
  to,
  replyTo: company.replyTo,
  ...words,
  headers: { "Auto-Submitted": "auto-generated" },
});
