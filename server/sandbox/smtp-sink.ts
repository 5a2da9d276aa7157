import { SMTPServer } from "smtp-server";

export type SinkMail = { from: string; to: string; raw: Buffer };

type Options = {
  port: number;
  /** Resolves once the mail is kept; only then is the sender told that it was taken. */
  keep: (mail: SinkMail) => Promise<void>;
};

export type SmtpSink = { port: number; close(): Promise<void> };

const LARGEST_MAIL_BYTES = 2_000_000;

/**
 * A mail server on loopback that delivers nothing: it stands in where none is configured. A mail that could not be kept
 * is answered with 451, so that the sender tries again.
 */
export async function startSmtpSink({ port, keep }: Options): Promise<SmtpSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    banner: "sandbox: nothing is delivered from here",
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (stream.sizeExceeded) return answer(withCode("the mail is too large", 552));
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        keep({ from, to: rcptTo.map(({ address }) => address).join(","), raw: Buffer.concat(chunks) }).then(
          () => answer(null),
          () => answer(withCode("could not be kept, try again", 451)),
        );
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.server.off("error", reject);
      resolve();
    });
  });
  const address = server.server.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const withCode = (message: string, responseCode: number) =>
  Object.assign(new Error(message), { responseCode });
