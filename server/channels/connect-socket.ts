import { connect, type Socket } from "node:net";

type Target = { host?: string | undefined; port?: number | string | undefined; secure?: boolean | undefined };

/**
 * Opens the connection for the mailer, without waiting to fill packets (TCP_NODELAY): the end of a mail is a small packet
 * of its own, and with Nagle's algorithm it would wait 40 ms for the other side's delayed acknowledgement.
 */
export function connectSocket(
  { host = "localhost", port, secure = false }: Target,
  timeoutMs: number,
  done: (error: Error | null, socket?: { connection: Socket }) => void,
): void {
  const socket = connect({
    host,
    port: Number(port ?? (secure ? 465 : 587)),
    noDelay: true,
    keepAlive: true,
  });
  const settle = (error: Error | null) => {
    socket
      .removeAllListeners("connect")
      .removeAllListeners("error")
      .setTimeout(0)
      .removeAllListeners("timeout");
    // what still comes of an abandoned connection interests nobody
    if (error !== null) socket.on("error", () => undefined).destroy();
    done(error, { connection: socket });
  };
  socket.once("connect", () => settle(null));
  socket.once("error", settle);
  socket.setTimeout(timeoutMs, () => settle(new Error("the mail server did not answer in time")));
}
