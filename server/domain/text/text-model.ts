import type { LinearScores } from "./one-vs-rest";
import type { Vocabulary } from "./vocabulary";

/** A trained linear classifier of texts. `packTextModel` makes plain JSON of it. */
export type TextModel = {
  labels: readonly string[];
  vocabulary: Vocabulary;
  scores: LinearScores;
  /** confidence is softmax(sharpness · score) */
  sharpness: number;
  /** an answer of less confidence is refused: the text is out of scope; null: every text gets a label */
  leastConfidence: number | null;
};
