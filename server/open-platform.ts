import { cpus } from "node:os";
import { openInngest } from "@/inngest/client";
import { createEmailSender } from "@/server/channels/email";
import { systemClock } from "@/server/clock";
import { env } from "@/server/env.mjs";
import type { ModelSettings } from "@/server/llm/call-model";
import { createCopyWriter } from "@/server/llm/create-writer";
import { log } from "@/server/log";
import type { Emit, Platform } from "@/server/platform";
import { createRenderer } from "@/server/render/create-renderer";
import { openDatabase } from "@/server/store/database";
import { modelCalls } from "@/server/store/model-calls";
import { Vault } from "@/server/store/vault";

/** Our app at the Inngest server that the environment names. */
export const inngest = openInngest({
  baseUrl: env.INNGEST_BASE_URL,
  eventKey: env.INNGEST_EVENT_KEY,
  signingKey: env.INNGEST_SIGNING_KEY,
  log: {
    info: (...said) => log.debug({ said }, "inngest"),
    debug: (...said) => log.trace({ said }, "inngest"),
    warn: (...said) => log.warn({ said }, "inngest"),
    error: (...said) => log.error({ said }, "inngest"),
  },
});

/**
 * Opens everything outside the process as the environment says: mail goes to SMTP_URL, or to the sandbox's own server
 * where none is set. What is given is taken instead. Connections and threads start with their first use.
 */
export function openPlatform(given: Partial<Platform> = {}): Platform {
  const database = given.database ?? openDatabase(env.DATABASE_URL);
  const clock = given.clock ?? systemClock;
  return {
    database,
    vault: given.vault ?? new Vault(env.PEOPLE_KEY.toString("base64")),
    clock,
    emit: given.emit ?? emit,
    renderer: given.renderer ?? createRenderer({ threads: Math.min(2, cpus().length) }),
    senders: given.senders ?? { email: createEmailSender({ url: env.SMTP_URL ?? sandboxUrl }) },
    writer: given.writer ?? createCopyWriter(modelSettings, modelCalls(database.sql), clock),
    publicUrl: given.publicUrl ?? env.PUBLIC_URL,
    healthUrl: given.healthUrl ?? env.HEALTH_URL,
  };
}

const modelSettings: ModelSettings | null =
  env.OPENAI_API_KEY === undefined
    ? null
    : {
        apiKey: env.OPENAI_API_KEY,
        baseUrl: env.OPENAI_BASE_URL,
        model: env.OPENAI_MODEL,
        api: env.OPENAI_API,
      };

const sandboxUrl = `smtp://127.0.0.1:${env.SANDBOX_SMTP_PORT}`;

/** What an event announces is committed already: an engine that is away must not undo the answer, and the sweep asks again. */
const emit: Emit = async (events) => {
  try {
    await inngest.send([...events]);
  } catch (error) {
    log.warn({ err: error, events: events.map(({ name }) => name) }, "the engine did not take an event");
  }
};

/** Gives back what `openPlatform` opened. */
export async function closePlatform({ senders, renderer, database }: Platform): Promise<void> {
  await Promise.all(Object.values(senders).map((sender) => sender.close()));
  await renderer.close();
  await database.close();
}

const OPENED = Symbol.for("touchline.platform");
/** Next bundles pages and routes apart, each with a copy of this module: what they share hangs on the process. */
const shared: typeof globalThis & { [OPENED]?: Platform } = globalThis;

/** This process's platform, opened at the first call. */
export function platform(): Platform {
  shared[OPENED] ??= openPlatform();
  return shared[OPENED];
}
