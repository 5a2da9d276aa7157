import type { CopyBrief } from "@/server/domain/copy/copy-brief";
import type { CopyText } from "@/server/domain/copy/copy-text";

export type { CopyBrief, CopyText };

export type WrittenCopy = {
  text: CopyText;
  writtenBy: "model" | "rules";
  model: string | null;
  promptVersion: string | null;
};

/** What a short call to the model gave. `outcome` is 'ok' or why nothing usable came. */
export type ModelProbe = {
  model: string;
  outcome: string;
  milliseconds: number;
  inputTokens: number;
  outputTokens: number;
};

/** Writes pieces; falls back to rules without a key, on time-out or on bad output, and says so. Aligned by index. */
export type CopyWriter = {
  write(briefs: readonly CopyBrief[]): Promise<readonly WrittenCopy[]>;
  /** Asks the model for a few words, whether the breaker is open or not; absent where no model is configured. */
  probe?(): Promise<ModelProbe>;
};
