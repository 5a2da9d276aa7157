import { z } from "zod";
import { rfmScores } from "@/server/domain/rfm-scores";
import { segmentor } from "./contract";

const score = z.number().int().min(1).max(5);

/**
 * Recency, frequency and value against the company's own customers.
 *
 * Each of days since the last order, number of orders and money spent is scored 1 to 5 by the company's fifths (5 is
 * best; a shorter silence is better). Frequency and value are averaged and rounded half up; recency × that average
 * names the segment, so that every customer with an order has exactly one. Never bought: null.
 * Source: quintile scoring from Hughes, “Strategic Database Marketing” (1994), ch. 5; the grid is ours, docs/decisions/011.
 */
export const rfm = segmentor({
  title: "Recency, frequency, value",
  needs: ["lastOrderMs", "orders", "spendMinor"],
  settings: z.object({
    /** recency score from which a customer counts as recent */
    recentFrom: score.default(4),
    /** recency score from which a customer is still within reach */
    reachableFrom: score.default(3),
    /** combined score of frequency and value from which a customer counts as valuable */
    valuableFrom: score.default(3),
    /** and as one of the best */
    bestFrom: score.default(4),
  }),
  segments: {
    champions: "Champions",
    loyal: "Loyal",
    promising: "Promising",
    "needs-attention": "Needs attention",
    "at-risk": "At risk",
    hibernating: "Hibernating",
    lost: "Lost",
  },
  rules({ recentFrom, reachableFrom, valuableFrom, bestFrom }) {
    const recent = `Recency ${recentFrom} or more`;
    const reachable = `recency ${reachableFrom} or more`;
    return {
      champions: `${recent}, and frequency and value together ${Math.max(valuableFrom, bestFrom)} or more.`,
      loyal: `Frequency and value together ${valuableFrom} or more and ${reachable}, without being a champion.`,
      promising: `${recent}, with frequency and value together below ${valuableFrom}.`,
      "needs-attention": `${capital(reachable)} but below ${recentFrom}, with frequency and value together below ${valuableFrom}.`,
      "at-risk": `Frequency and value together ${valuableFrom} or more, but recency below ${reachableFrom}.`,
      hibernating: `Recency from 2 to below ${reachableFrom}, with frequency and value together below ${valuableFrom}.`,
      lost: `Recency 1, with frequency and value together below ${valuableFrom}.`,
    };
  },
  assign({ lastOrderMs, orders, spendMinor }, settings, nowMs, fifths) {
    if (lastOrderMs === null || orders === 0) return null;
    const { recency, worth } = rfmScores({ lastOrderMs, orders, spendMinor }, fifths, nowMs);

    const { recentFrom, reachableFrom, valuableFrom, bestFrom } = settings;
    if (worth >= valuableFrom) {
      if (recency >= recentFrom && worth >= bestFrom) return "champions";
      return recency >= reachableFrom ? "loyal" : "at-risk";
    }
    if (recency >= recentFrom) return "promising";
    if (recency >= reachableFrom) return "needs-attention";
    return recency >= 2 ? "hibernating" : "lost";
  },
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
