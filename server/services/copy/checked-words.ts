import type { CopyBrief } from "@/server/domain/copy/copy-brief";
import type { Platform } from "@/server/platform";
import { readPeople } from "@/server/store/people";
import { type RenderedMessage, renderMessages } from "../outbox/render-message";
import { blocksIn } from "./blocks-in";
import type { ComposedWords } from "./compose-words";

type Shown = Pick<CopyBrief, "offer" | "company"> & {
  /** whom the preview is for; null: somebody without a name */
  customerId: number | null;
};

/** Whether a person's words may be saved, what speaks against them, and how they would look. */
export async function checkedWords(platform: Platform, words: ComposedWords, shown: Shown) {
  const { piece, creativeHash, problems, warnings, findings } = words;
  const isBlocked = problems.length > 0 || blocksIn(findings).length > 0;
  return {
    canSave: !isBlocked && creativeHash !== null,
    creativeHash: creativeHash?.toString("hex") ?? null,
    problems,
    warnings,
    findings,
    preview: await previewOf(platform, piece, shown),
  };
}

/** As the customer would see it, by the engine that sends; null while the words cannot be laid out. */
async function previewOf(
  { database, vault, renderer }: Platform,
  piece: ComposedWords["piece"],
  { offer, company, customerId }: Shown,
): Promise<RenderedMessage | null> {
  if (piece === null) return null;
  const person =
    customerId === null ? undefined : (await readPeople(database.sql, vault, [customerId])).get(customerId);
  const [preview] = await renderMessages(renderer, [{ creative: piece, person, offer, company }]);
  return preview ?? null;
}
