import { z } from "zod";

const instantMs = z.number().int().positive();

/** A day that is counted: as of `atMs`, against `beforeMs`. */
export const dayInput = z.object({ day: z.iso.date(), atMs: instantMs, beforeMs: instantMs });

const cuts = z.array(z.number()).readonly();

/** domain/population, as a step of the engine hands it on. */
export const populationInput = z.object({
  buyers: z.number(),
  silenceDaysCuts: cuts,
  ordersCuts: cuts,
  spendMinorCuts: cuts,
  averageOrderMinor: z.number().nullable(),
  margin: z.number().nullable(),
});

const counts = z.record(z.string(), z.number().int());

/** domain/segment-tally, as a step of the engine hands it on. */
export const tallyInput = z.object({
  customers: z.number().int(),
  sizes: z.record(
    z.string(),
    z.object({ customers: z.number().int(), spendMinor: z.number(), sample: z.array(z.number().int()) }),
  ),
  moves: counts,
  overlaps: counts,
});
