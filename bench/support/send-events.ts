import http from "node:http";
import { EventLoad } from "./event-load";
import { count } from "./options";

/** What was sent and how long an answer took. `peakRssMb` is this process's own. */
export type Sent = {
  accepted: number;
  /** from the first request to the last answer */
  seconds: number;
  /** answers 429 */
  busy: number;
  requests: number;
  p50Ms: number;
  p99Ms: number;
  peakRssMb: number;
};

/**
 * The load generator, in a process of its own: sends events to a port on loopback from so many connections at a time, as
 * fast as they are taken. A 429 is sent again after a second.
 */
export async function sendEvents(given: Readonly<Record<string, string>>): Promise<Sent> {
  const port = count(given, "port", 3000);
  const connections = count(given, "connections", 24);
  const load = new EventLoad(count(given, "events", 100_000), count(given, "batch", 100));
  const writeKey = given.key ?? "";
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  const sum = { accepted: 0, busy: 0 };
  const sender = async () => {
    for (let batch = load.next(); batch !== null; batch = load.next()) {
      const started = performance.now();
      let answer = await post(agent, port, writeKey, batch.body);
      while (answer.status === 429) {
        sum.busy++;
        await new Promise((resolve) => setTimeout(resolve, 1000));
        answer = await post(agent, port, writeKey, batch.body);
      }
      if (answer.status !== 200) throw new Error(`the server answered ${answer.status}: ${answer.text}`);
      sum.accepted += answer.accepted;
      took.push(performance.now() - started);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, sender));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  took.sort((a, b) => a - b);
  const at = (share: number) => Math.round((took[Math.floor(took.length * share)] ?? 0) * 10) / 10;
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ...sum, seconds, requests: took.length, p50Ms: at(0.5), p99Ms: at(0.99), peakRssMb };
}

type Answer = { status: number; accepted: number; text: string };

function post(agent: http.Agent, port: number, writeKey: string, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const auth = `${writeKey}:`;
    const request = http.request(
      { agent, port, host: "127.0.0.1", path: "/v1/batch", method: "POST", auth },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (piece: string) => {
          text += piece;
        });
        response.on("end", () => {
          const status = response.statusCode ?? 0;
          const accepted = status === 200 ? (JSON.parse(text) as { accepted: number }).accepted : 0;
          resolve({ status, accepted, text });
        });
      },
    );
    request.on("error", reject);
    request.setHeader("content-type", "application/json");
    request.setHeader("content-length", Buffer.byteLength(body));
    request.end(body);
  });
}
