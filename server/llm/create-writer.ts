import type { Clock } from "@/server/domain/clock";
import type { ModelSettings } from "./call-model";
import type { CopyWriter } from "./contract";
import { rulesWriter } from "./rules-writer";
import { createModelWriter, type ModelCalls } from "./write-copy";

/** The writer that the environment asks for: a model where there is a key, else the rules. */
export const createCopyWriter = (
  settings: ModelSettings | null,
  calls: ModelCalls,
  clock: Clock,
): CopyWriter => (settings === null ? rulesWriter : createModelWriter({ settings, calls, clock }));
