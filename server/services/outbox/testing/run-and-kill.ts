import { spawn } from "node:child_process";
import type { DeliverOrder } from "./deliver-program";

export type Ending = { killed: boolean; said: string };

/**
 * Runs the program that delivers. With `killAfterMs` it is killed so long after it began to deliver; an armed failpoint
 * kills it by itself. Answers whether it was killed; throws where it failed in any other way.
 */
export function runDeliver(
  program: string,
  order: DeliverOrder,
  killAfterMs: number | null,
): Promise<Ending> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let timer: NodeJS.Timeout | undefined;
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stdout.on("data", () => {
    if (killAfterMs !== null) timer ??= setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || signal === "SIGKILL") resolve({ killed: signal === "SIGKILL", said });
      else reject(new Error(`the program that delivers failed (${code ?? signal}):\n${said}`));
    });
  });
}
