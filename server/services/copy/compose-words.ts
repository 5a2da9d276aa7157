import type { CopyProblem } from "@/server/domain/copy/check-copy";
import type { CopyBrief } from "@/server/domain/copy/copy-brief";
import type { CopyText } from "@/server/domain/copy/copy-text";
import { judgeOwnCopy } from "@/server/domain/copy/judge-own-copy";
import { creativeHash } from "@/server/domain/creative-hash";
import type { Raised } from "@/server/guardrails/check-all";
import { draftOf } from "@/server/guardrails/draft-of";
import { compileEmail, type EmailPiece } from "@/server/render/compile-email";

/** A person's words as they would be sent, with everything that speaks against them. */
export type ComposedWords = {
  /** null while `problems` keep them from being laid out */
  piece: EmailPiece | null;
  creativeHash: Buffer | null;
  /** what must be changed before they can be saved */
  problems: CopyProblem[];
  /** what their author vouches for by saving */
  warnings: CopyProblem[];
  /** what the guardrails say of them */
  findings: readonly Raised[];
};

type Draft = ReturnType<typeof draftOf>;

/** Lays a person's words out as the writer's were, under the same brand, and has the guardrails look at what came of it. */
export async function composeWords(
  copy: CopyText,
  brief: CopyBrief,
  brandVersion: number,
  findingsOf: (draft: Draft) => readonly Raised[],
): Promise<ComposedWords> {
  const judged = judgeOwnCopy(copy, brief);
  if (judged.problems.length > 0) return { ...judged, piece: null, creativeHash: null, findings: [] };
  const { brand, company, offer, language, channel } = brief;
  const piece = await compileEmail({ copy, brand, company, offer, language });
  const { subject, html, text } = piece;
  const hash = creativeHash({ ...piece, offerId: offer?.id ?? null, brandVersion });
  const draft = draftOf({ channel, subject, html, text, unsubscribeUrl: null }, offer, company.postalAddress);
  return { ...judged, piece, creativeHash: hash, findings: findingsOf(draft) };
}
