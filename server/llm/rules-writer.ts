import { writeByRules } from "@/server/domain/copy/write-by-rules";
import type { CopyBrief, CopyWriter, WrittenCopy } from "./contract";

/** One piece from fixed sentences, labelled so. */
export const writtenByRules = (brief: CopyBrief): WrittenCopy => ({
  text: writeByRules(brief),
  writtenBy: "rules",
  model: null,
  promptVersion: null,
});

/** The writer where no model is configured. */
export const rulesWriter: CopyWriter = { write: async (briefs) => briefs.map(writtenByRules) };
