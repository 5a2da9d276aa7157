import { formatCount } from "@/components/ui/format";

type Counts = {
  /** decisions by which a message was chosen */
  chosen: number;
  sent: number;
  /** what people made of those that were held for them */
  review: { waiting: number; rejected: number; expired: number };
};

/** Why fewer were sent than chosen; undefined where nothing is missing. */
export function sentNote({
  chosen,
  sent,
  review: { waiting, rejected, expired },
}: Counts): string | undefined {
  const turnedDown = rejected + expired;
  // messages may have left that were chosen before the period: then nothing is said of the rest
  const rest = chosen - sent - waiting - turnedDown;
  const parts = [
    [waiting, waiting === 1 ? "waits for a person" : "wait for a person"],
    [turnedDown, "rejected, or not decided in time"],
    [rest, "still to leave, or stopped on the way"],
  ] as const;
  const said = parts.flatMap(([count, words]) => (count > 0 ? [`${formatCount(count)} ${words}`] : []));
  return said.length === 0 ? undefined : said.join(" · ");
}
