import { creativeHash } from "@/server/domain/creative-hash";
import type { WrittenCopy } from "@/server/llm/contract";
import { compileEmail } from "@/server/render/compile-email";
import type { NewCreative } from "@/server/store/creatives.sql";
import type { OwnWords } from "@/server/store/own-words.sql";
import type { StoredRun } from "@/server/store/runs";
import type { Briefed } from "./briefs-of";

/** Words by a writer, or by a person of the console. */
export type AuthoredCopy = Omit<WrittenCopy, "writtenBy"> & Pick<NewCreative, "writtenBy" | "author">;

export const ownCopy = ({ copy, author }: OwnWords): AuthoredCopy => ({
  text: copy,
  writtenBy: "person",
  author,
  model: null,
  promptVersion: null,
});

/** Lays written words out as a creative, ready to be stored. Throws where they cannot be laid out. */
export async function creativeFrom(
  run: Pick<StoredRun, "campaignId" | "campaignVersion" | "brandVersion">,
  madeFrom: string,
  { piece, brief }: Briefed,
  { text: copy, ...authored }: AuthoredCopy,
): Promise<NewCreative> {
  const { brand, company, offer, language } = brief;
  const laidOut = await compileEmail({ copy, brand, company, offer, language });
  const content = { ...laidOut, offerId: piece.offerId, brandVersion: run.brandVersion };
  return {
    ...piece,
    ...content,
    ...authored,
    campaignId: run.campaignId,
    campaignVersion: run.campaignVersion,
    copy,
    creativeHash: creativeHash(content).toString("hex"),
    madeFrom,
  };
}
