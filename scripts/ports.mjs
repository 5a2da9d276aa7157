import { createServer } from "node:net";
import { PlainError } from "./plain-error.mjs";

/** Below the range from which systems take the ports of outgoing connections: one of those must not sit on ours while a program is restarted. */
const LOWEST = 15_000;
const COUNT = 15_000;

/** A TCP port of 127.0.0.1 that nobody listened on a moment ago. */
export async function freePort() {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * COUNT);
    if (await listenOnce(port, "127.0.0.1").catch(() => null)) return port;
  }
}

/** Several different ones. */
export async function freePorts(count) {
  const found = new Set();
  while (found.size < count) found.add(await freePort());
  return [...found];
}

/** Refuses, by port and variable, to start where somebody else listens. `wanted`: [{ variable, port, host }]. */
export async function needPorts(wanted) {
  for (const { variable, port, host } of wanted) {
    const error = await listenOnce(port, host).then(
      () => null,
      (problem) => problem,
    );
    if (error?.code === "EADDRINUSE") {
      throw new PlainError(
        `Port ${port} (${variable}) is taken by another program. ` +
          `Stop that one, or choose another port: ${variable}=${port + 100} npm start`,
      );
    }
    if (error?.code === "EACCES")
      throw new PlainError(`Port ${port} (${variable}) is reserved: choose one above 1023.`);
    if (error) throw error;
  }
  const ports = wanted.map(({ port }) => port);
  const twice = wanted.find(({ port }, index) => ports.indexOf(port) !== index);
  if (twice)
    throw new PlainError(`Port ${twice.port} is asked for twice: give ${twice.variable} another one.`);
}

function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(port, host, () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}
