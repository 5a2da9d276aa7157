import { creativeHash } from "@/server/domain/creative-hash";
import type { WrittenCopy } from "@/server/llm/contract";
import { compileEmail } from "@/server/render/compile-email";
import type { NewCreative } from "@/server/store/creatives.sql";
import type { StoredRun } from "@/server/store/runs";
import type { Briefed } from "./briefs-of";

/** Lays written words out as a creative, ready to be stored. Throws where they cannot be laid out. */
export async function creativeFrom(
  run: Pick<StoredRun, "campaignId" | "campaignVersion" | "brandVersion">,
  madeFrom: string,
  { piece, brief }: Briefed,
  { text: copy, writtenBy, model, promptVersion }: WrittenCopy,
): Promise<NewCreative> {
  const { brand, company, offer, language } = brief;
  const laidOut = await compileEmail({ copy, brand, company, offer, language });
  const content = { ...laidOut, offerId: piece.offerId, brandVersion: run.brandVersion };
  return {
    ...piece,
    ...content,
    campaignId: run.campaignId,
    campaignVersion: run.campaignVersion,
    copy,
    creativeHash: creativeHash(content).toString("hex"),
    writtenBy,
    model,
    promptVersion,
    madeFrom,
  };
}
