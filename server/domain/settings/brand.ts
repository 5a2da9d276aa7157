import { z } from "zod";

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, "use a colour such as #3f4fd6");

/** How the company speaks and looks. Versioned; a creative names the version it was written under. */
export const brand = z.object({
  name: z.string().min(1).max(80),
  voice: z.string().max(500).default("Plain, warm, short."),
  doList: z.array(z.string().max(200)).default([]),
  dontList: z.array(z.string().max(200)).default([]),
  bannedWords: z.array(z.string().min(2).max(60)).default([]),
  colours: z
    .object({ accent: colour, ink: colour, background: colour })
    .default({ accent: "#3f4fd6", ink: "#17171b", background: "#ffffff" }),
  signature: z.string().max(120).default(""),
  // without a default: words that were written before such a field existed need not be written anew
  /** pairs of sentences: as we say it, and as we do not */
  examples: z
    .array(z.object({ say: z.string().min(1).max(300), notThis: z.string().min(1).max(300) }))
    .max(20)
    .optional(),
  /** a few sentences in the brand's voice, for the writer to hear */
  toneSample: z.string().max(1500).optional(),
  /** what every piece is checked for, whoever wrote it */
  noExclamations: z.boolean().optional(),
  noHurry: z.boolean().optional(),
  /** stand in the foot of every message, word for word */
  requiredPhrases: z.array(z.string().min(2).max(300)).max(10).optional(),
});
export type Brand = z.infer<typeof brand>;

export const defaultBrand: Brand = brand.parse({ name: "Your company" });
