import type { Platform } from "@/server/platform";
import { type Caller, createCaller } from "./root";

/** The door for the engine's functions: the same procedures, with the system as actor. */
export const systemCaller = (platform: Platform, job: string): Caller =>
  createCaller({ actor: { kind: "system", job }, platform });
