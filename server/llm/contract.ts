import type { CopyBrief } from "@/server/domain/copy/copy-brief";
import type { CopyText } from "@/server/domain/copy/copy-text";

export type { CopyBrief, CopyText };

export type WrittenCopy = {
  text: CopyText;
  writtenBy: "model" | "rules";
  model: string | null;
  promptVersion: string | null;
};

/** Writes pieces; falls back to rules without a key, on time-out or on bad output, and says so. Aligned by index. */
export type CopyWriter = { write(briefs: readonly CopyBrief[]): Promise<readonly WrittenCopy[]> };
