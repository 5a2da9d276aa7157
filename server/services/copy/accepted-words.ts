import { Refusal } from "@/server/errors";
import { blocksIn } from "./blocks-in";
import type { ComposedWords } from "./compose-words";

/** The laid-out words, or a refusal that names every field that must change. */
export function acceptedWords({ piece, creativeHash, problems, findings }: ComposedWords) {
  const complaints = [
    ...problems.map(({ field, code, span }) => `copy.${field}: ${code}${span === "" ? "" : ` (${span})`}`),
    ...blocksIn(findings).map(({ finding }) => `copy: blocked by ${finding.reason.code}`),
  ];
  if (piece === null || creativeHash === null || complaints.length > 0) {
    throw new Refusal("BAD_REQUEST", complaints.join("; "));
  }
  return { piece, hash: creativeHash };
}
