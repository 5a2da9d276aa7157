import { readMail } from "@/server/domain/mime/read-mail";
import { startSmtpSink } from "@/server/sandbox/smtp-sink";

/** A mail as the sink saw it: nothing of it is taken from our own database. */
export type SunkMail = { messageId: string; to: string; at: Date; unsubscribeUrl: string };

export type MailSink = { url: string; mails: readonly SunkMail[]; close(): Promise<void> };

/** A mail server on loopback that takes everything and remembers it. `now` is the virtual clock's. */
export async function openMailSink(now: () => Date): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const sink = await startSmtpSink({
    port: 0,
    keep: async ({ to, raw }) => {
      mails.push({ to, at: now(), ...headersOf(raw.toString("latin1")) });
    },
  });
  return { url: `smtp://127.0.0.1:${sink.port}`, mails, close: () => sink.close() };
}

function headersOf(raw: string) {
  const { messageId, headers } = readMail(raw);
  const unsubscribe = headers.find(({ name }) => name.toLowerCase() === "list-unsubscribe")?.value ?? "";
  return { messageId, unsubscribeUrl: /<(https?:[^>]+)>/.exec(unsubscribe)?.[1] ?? "" };
}

/** How many mails the sink got more than once, by Message-ID. */
export const duplicatesIn = (mails: readonly SunkMail[]): number =>
  mails.length - new Set(mails.map(({ messageId }) => messageId)).size;
