import type { Senders } from "@/server/channels/contract";
import type { Clock } from "@/server/domain/clock";
import type { CopyWriter } from "@/server/llm/contract";
import type { Renderer } from "@/server/render/contract";
import type { Database } from "@/server/store/database";
import type { Vault } from "@/server/store/vault";

/** An event for the engine. Ids and counts only. `id` lets the engine drop repeats. */
export type OutgoingEvent = {
  name: string;
  data: Record<string, string | number | boolean | null>;
  id?: string;
};
export type Emit = (events: readonly OutgoingEvent[]) => Promise<void>;

/** Everything outside the process that the services may touch. Made once per process, or by a test around its own clock. */
export type Platform = {
  database: Database;
  vault: Vault;
  clock: Clock;
  emit: Emit;
  renderer: Renderer;
  senders: Senders;
  writer: CopyWriter;
  /** where people reach the public pages, without a trailing slash */
  publicUrl: string;
  /** where the worker asks whether the console answers; by default the public address */
  healthUrl?: string;
};
