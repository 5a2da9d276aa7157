import { createServer, type Socket } from "node:net";

/** A line to answer with, 'hang' for silence, 'drop' for a broken connection. */
export type Reply = string | "hang" | "drop";

export type ReceivedMail = { from: string; to: string; raw: string };

/** What the server answers at each point; what is left out is answered as a willing server does. */
export type SmtpScript = {
  greeting?: () => Reply;
  mailFrom?: (from: string) => Reply;
  rcptTo?: (to: string) => Reply;
  /** to the DATA command, before the content */
  data?: () => Reply;
  /** after the content; the mail counts as taken where the reply begins with 2, or where it is 'drop-taken': taken, then broken */
  content?: (mail: ReceivedMail) => Reply | "drop-taken" | Promise<Reply | "drop-taken">;
};

export type ScriptedSmtp = {
  url: string;
  port: number;
  /** what was taken, in order */
  taken: ReceivedMail[];
  connections: () => number;
  close(): Promise<void>;
};

/** A mail server for tests: takes everything, or fails as scripted, and remembers what it took. */
export async function startScriptedSmtp(script: SmtpScript = {}): Promise<ScriptedSmtp> {
  const taken: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    connections++;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    serve(socket, script, taken);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    taken,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, script: SmtpScript, taken: ReceivedMail[]): void {
  const mail = { from: "", to: "" };
  let inContent = false;
  const say = (reply: Reply) => {
    if (reply === "drop") socket.destroy();
    else if (reply !== "hang") socket.write(`${reply}\r\n`);
  };
  const takeContent = async (raw: string) => {
    inContent = false;
    const one: ReceivedMail = { ...mail, raw };
    const reply = (await script.content?.(one)) ?? "250 2.0.0 taken";
    if (reply.startsWith("2") || reply === "drop-taken") taken.push(one);
    say(reply === "drop-taken" ? "drop" : reply);
  };
  const obey = (line: string): Reply => {
    switch (line.slice(0, 4).toUpperCase()) {
      case "MAIL":
        mail.from = addressIn(line);
        return script.mailFrom?.(mail.from) ?? "250 2.1.0 ok";
      case "RCPT":
        mail.to = addressIn(line);
        return script.rcptTo?.(mail.to) ?? "250 2.1.5 ok";
      case "DATA": {
        const reply = script.data?.() ?? "354 go on";
        inContent = reply.startsWith("354");
        return reply;
      }
      case "QUIT":
        return "221 bye";
      default:
        return "250 ok";
    }
  };
  readParts(
    socket,
    () => (inContent ? "\r\n.\r\n" : "\r\n"),
    (part) => {
      if (inContent) takeContent(part).catch((error: Error) => socket.destroy(error));
      else say(obey(part));
    },
  );
  say(script.greeting?.() ?? "220 scripted ESMTP");
}

/** Cuts what arrives at whatever ends the present part. */
function readParts(socket: Socket, terminator: () => string, onPart: (part: string) => void): void {
  let pending = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    pending += chunk;
    for (;;) {
      const end = pending.indexOf(terminator());
      if (end === -1) return;
      const part = pending.slice(0, end);
      pending = pending.slice(end + terminator().length);
      onPart(part);
    }
  });
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? "";

/** The Message-ID in a mail's head, without brackets; empty where there is none. */
export const messageIdIn = (raw: string): string => /^message-id:\s*<([^>]+)>/im.exec(raw)?.[1] ?? "";
