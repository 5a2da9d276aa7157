import { formatPercent } from "@/components/ui/format";
import { heldOutShare } from "@/server/domain/left-alone";

/** Shares as they are typed: no decimals where there are none. */
export const shareWords = (share: number): string =>
  formatPercent(share, { digits: Number.isInteger(Number((share * 100).toFixed(1))) ? 0 : 1 });

/** What the campaign's holdout and the company's come to; `company` null: not known here. */
export function holdoutWords(campaign: number, company: number | null): string {
  if (company === null || company === 0) return shareWords(campaign);
  const both = shareWords(heldOutShare(company, campaign));
  return `${shareWords(campaign)} of this campaign and ${shareWords(company)} of the company's holdout, together ${both}`;
}
