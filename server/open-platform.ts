import { systemClock } from "@/server/clock";
import { env } from "@/server/env.mjs";
import type { Platform } from "@/server/platform";
import { openDatabase } from "@/server/store/database";
import { Vault } from "@/server/store/vault";

let opened: Platform | undefined;

/** This process's way to everything outside, opened at the first call. */
export function platform(): Platform {
  opened ??= {
    database: openDatabase(env.DATABASE_URL),
    vault: new Vault(env.PEOPLE_KEY.toString("base64")),
    clock: systemClock,
    emit: notWired,
    renderer: { render: notWired, close: async () => undefined },
    senders: { email: { send: notWired, close: async () => undefined } },
    writer: { write: notWired },
    publicUrl: env.PUBLIC_URL,
  };
  return opened;
}

const notWired = async (): Promise<never> => {
  throw new Error("this process does not write, render or send");
};
