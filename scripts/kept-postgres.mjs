import { setTimeout as sleep } from "node:timers/promises";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { isAlive } from "./processes.mjs";

const LOOK_MS = 250;

/** The embedded PostgreSQL, started again on the same port whenever it dies. */
export async function keepPostgres({ home, port, say }) {
  let postgres = await startEmbeddedPostgres({ home, port });
  let stopping = false;

  const watch = async () => {
    while (!stopping) {
      await sleep(LOOK_MS);
      if (stopping || isAlive(postgres.pid)) continue;
      say("PostgreSQL ended: starting it again");
      try {
        postgres = await startEmbeddedPostgres({ home, port: postgres.port });
      } catch (error) {
        say(error.message);
        await sleep(1_000);
      }
    }
  };
  const watching = watch();

  return {
    appUrl: postgres.appUrl,
    ownerUrl: postgres.ownerUrl,
    dataDir: postgres.dataDir,
    takenOver: postgres.takenOver,
    pid: () => postgres.pid,
    async stop() {
      stopping = true;
      await watching;
      await postgres.stop();
    },
  };
}
