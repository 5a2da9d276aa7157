import { z } from "zod";
import type { FeatureOptions } from "./each-feature";
import type { TextModel } from "./text-model";

const span = z.tuple([z.number().int().positive(), z.number().int().positive()]).nullable();

/** A model as plain JSON. Weights are 16-bit whole numbers of `step`, two bytes each with the lower first, in base64. */
export const packedTextModel = z.object({
  version: z.literal(1),
  labels: z.array(z.string()).min(2),
  words: span,
  chars: span,
  shapes: z.boolean(),
  features: z.array(z.string()),
  idf: z.array(z.number()),
  weights: z.object({ step: z.number().positive(), base64: z.string() }),
  sharpness: z.number().positive(),
  leastConfidence: z.number().nullable(),
});
export type PackedTextModel = z.infer<typeof packedTextModel>;

/** The largest whole number that two bytes hold. */
const LARGEST = 32_767;

/** A trained model as plain JSON, a quarter of the size that its numbers would have as text. */
export function packTextModel({
  labels,
  vocabulary,
  scores,
  sharpness,
  leastConfidence,
}: TextModel): PackedTextModel {
  const widest = scores.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = widest === 0 ? 1 : widest / LARGEST;
  const bytes = new DataView(new ArrayBuffer(scores.weights.length * 2));
  scores.weights.forEach((weight, at) => {
    bytes.setInt16(at * 2, Math.round(weight / step), true);
  });
  return {
    version: 1,
    labels: [...labels],
    ...packedOptions(vocabulary.options),
    features: [...vocabulary.features],
    idf: Array.from(vocabulary.idf, (value) => Number(value.toPrecision(7))),
    weights: { step, base64: Buffer.from(bytes.buffer).toString("base64") },
    sharpness,
    leastConfidence,
  };
}

const packedOptions = ({ words, chars, shapes }: FeatureOptions) => ({
  words: words === null ? null : ([words[0], words[1]] satisfies [number, number]),
  chars: chars === null ? null : ([chars[0], chars[1]] satisfies [number, number]),
  shapes,
});

/** The model again. What was not packed by `packTextModel` throws a RangeError. */
export function unpackTextModel(packed: PackedTextModel): TextModel {
  const { labels, features, idf, words, chars, shapes, sharpness, leastConfidence } = packed;
  const bytes = Buffer.from(packed.weights.base64, "base64");
  const width = features.length;
  if (bytes.length !== (width + 1) * labels.length * 2 || idf.length !== width)
    throw new RangeError("the model's weights do not fit its features and labels");
  const weights = new Float32Array(bytes.length / 2);
  for (let at = 0; at < weights.length; at++) weights[at] = bytes.readInt16LE(at * 2) * packed.weights.step;
  return {
    labels,
    vocabulary: {
      features,
      columnOf: new Map(features.map((feature, column) => [feature, column])),
      idf: Float32Array.from(idf),
      options: { words, chars, shapes },
    },
    scores: { classes: labels.length, width, weights },
    sharpness,
    leastConfidence,
  };
}
