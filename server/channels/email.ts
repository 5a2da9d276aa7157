import nodemailer, { type Transporter } from "nodemailer";
import type Mail from "nodemailer/lib/mailer";
import type MailMessage from "nodemailer/lib/mailer/mail-message";
import SMTPPool from "nodemailer/lib/smtp-pool/index.js";
import { Circuit } from "./circuit";
import { connectSocket } from "./connect-socket";
import type { Envelope, Sender, SendResult } from "./contract";
import { envelopeProblem } from "./envelope-problem";
import { resultOfError, type SmtpError } from "./smtp-result";

type Options = {
  /** smtp://user:password@host:port or smtps://… */
  url: string;
  /** messages on their way at the same time */
  maxInFlight?: number;
  /** how long a server may be silent in the middle of a message */
  socketTimeoutMs?: number;
};

const CONNECT_MS = 10_000;
/** Connections are replaced after so many messages: some servers count. */
const MESSAGES_PER_CONNECTION = 500;

/**
 * Sends email over SMTP. The pool never sends anything again by itself (`maxRequeues: 0`); whether a message may be tried
 * again is said in the result. Order and length of the answers are those of the batch.
 */
export function createEmailSender({ url, maxInFlight = 10, socketTimeoutMs = 60_000 }: Options): Sender {
  const begun = new Set<string>();
  // nodemailer's types do not know maxRequeues
  const options: SMTPPool.Options & { maxRequeues: number } = {
    url,
    pool: true,
    maxRequeues: 0,
    maxConnections: maxInFlight,
    maxMessages: MESSAGES_PER_CONNECTION,
    greetingTimeout: CONNECT_MS,
    socketTimeout: socketTimeoutMs,
    getSocket: (target, done) => connectSocket(target, CONNECT_MS, done),
  };
  // handed the pool and not the options: with a url among them createTransport would drop all others
  const transport = nodemailer.createTransport(new SMTPPool(options));
  transport.use("stream", (mail, done) => {
    noteBegin(mail, () => begun.add(mail.data.messageId ?? ""));
    done();
  });
  const circuit = new Circuit(() => performance.now());

  return {
    async send(batch) {
      const results = await Promise.all(batch.map((envelope) => sendOne(transport, envelope, begun)));
      const tried = results.filter((result) => result.tried);
      if (tried.length > 0)
        circuit.note(tried.some(({ result, answered }) => answered || result.kind === "sent"));
      return results.map(({ result }) => result);
    },
    pausedMs: () => circuit.pausedMs(),
    async close() {
      transport.close();
    },
  };
}

type Attempt = { tried: boolean; answered: boolean; result: SendResult };

async function sendOne(
  transport: Transporter<SMTPPool.SentMessageInfo>,
  envelope: Envelope,
  begun: Set<string>,
): Promise<Attempt> {
  const problem = envelopeProblem(envelope);
  if (problem !== null)
    return { tried: false, answered: false, result: { kind: "refused", response: problem } };
  const mail = mailOf(envelope);
  try {
    const { response } = await transport.sendMail(mail);
    return { tried: true, answered: true, result: { kind: "sent", response: response.slice(0, 300) } };
  } catch (caught) {
    const error: SmtpError = caught instanceof Error ? caught : new Error(String(caught));
    const result = resultOfError(error, begun.has(mail.messageId));
    return { tried: true, answered: error.responseCode !== undefined, result };
  } finally {
    begun.delete(mail.messageId);
  }
}

/** The envelope's addresses are given apart from the headers, so that no header can add one. */
const mailOf = ({
  messageId,
  from,
  to,
  replyTo,
  subject,
  html,
  text,
  headers,
}: Envelope): Mail.Options & { messageId: string } => ({
  envelope: { from: from.address, to: [to] },
  messageId: `<${messageId}>`,
  from: { name: from.name, address: from.address },
  to: { name: "", address: to },
  ...(replyTo === null ? {} : { replyTo }),
  subject,
  html,
  text,
  headers: { ...headers },
  textEncoding: "quoted-printable",
  disableFileAccess: true,
  disableUrlAccess: true,
});

/**
 * The connection asks for the message's bytes only after the server has taken the recipient and said that it waits for
 * them (354): from then on the message may have arrived.
 */
function noteBegin(mail: MailMessage<SMTPPool.SentMessageInfo>, onBegin: () => void): void {
  const create = mail.message.createReadStream.bind(mail.message);
  mail.message.createReadStream = (options) => {
    const stream = create(options);
    const pipe = stream.pipe.bind(stream);
    stream.pipe = (destination, ...rest) => {
      onBegin();
      return pipe(destination, ...rest);
    };
    return stream;
  };
}
