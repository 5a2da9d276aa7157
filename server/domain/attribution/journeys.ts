/** Journeys that took the same way. */
export type Journey = {
  /** touches in their order, at least one; channels are numbered from 0 */
  touches: readonly number[];
  /** how many of them converted */
  conversions: number;
  /** how many did not */
  nulls: number;
  /** what the conversions are worth together; 0 where nothing is known of it */
  value: number;
};

/** What one model gives each channel, by its number. */
export type Credit = { conversions: Float64Array; value: Float64Array };

export const noCredit = (channels: number): Credit => ({
  conversions: new Float64Array(channels),
  value: new Float64Array(channels),
});
