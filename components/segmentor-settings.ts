type Said = { title: string; unit?: "days" | "%" | "visits" | "events" };

/** The settings of segmentors in words; one that is not here is shown by its name. */
const SETTINGS: Readonly<Record<string, Said>> = {
  quietAfterDays: { title: "quiet after", unit: "days" },
  dropShare: { title: "fading from a drop of", unit: "%" },
  dropMinEvents: { title: "counted from", unit: "events" },
  lapsingAfterGaps: { title: "lapsing after so many of one's own gaps between orders:" },
  browsingMinVisits: { title: "browsing from", unit: "visits" },
  browsingNoOrderDays: { title: "browsing without an order for", unit: "days" },
  recentFrom: { title: "recent from a score of" },
  reachableFrom: { title: "within reach from a score of" },
  valuableFrom: { title: "valuable from a score of" },
  bestFrom: { title: "best from a score of" },
};

/** A setting's name: `lapsingAfterGaps`, as people read it. */
export const settingTitle = (name: string): string => SETTINGS[name]?.title ?? name;

/** A setting with its value: “quiet after 120 days”. */
export function settingWords(name: string, value: number): string {
  const { title, unit } = SETTINGS[name] ?? { title: name };
  const figure = unit === "%" ? Number((value * 100).toFixed(1)) : value;
  return [title, figure, unit].filter((part) => part !== undefined).join(" ");
}
