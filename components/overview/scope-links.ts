/** The part of the data that a screen of figures shows. */
export type ShownScope = { from: string; to: string; campaignId: number | null; channel: string | null };

/** The list of decisions behind a figure. */
export function decisionsHref(
  { from, to, campaignId, channel }: ShownScope,
  filter: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    from,
    to,
    ...(campaignId === null ? {} : { campaign: String(campaignId) }),
    ...(channel === null ? {} : { channel }),
    ...filter,
  });
  return `/decisions?${query}`;
}
