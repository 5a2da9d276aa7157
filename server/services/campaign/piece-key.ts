import { z } from "zod";

/** A piece of a campaign: the hash (hex) of what its words are made from. */
export const pieceKey = z.string().regex(/^[0-9a-f]{64}$/, "send the key of a piece");
