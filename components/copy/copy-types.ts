import type { Answer, Ask } from "@/components/api-types";

/** What the rules say of words as they stand. */
export type CheckedCopy = Answer["campaign"]["checkPiece"];
/** The words of a message, before layout. */
export type CopyDraft = Ask["campaign"]["checkPiece"]["copy"];
