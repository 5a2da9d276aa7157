import { inSentence } from "@/components/in-sentence";
import { settingWords } from "@/components/segmentor-settings";
import { GOAL_TITLES, type Goal } from "@/server/domain/goal";

/** Those whom a segmentor gives no segment. */
export const NO_SEGMENT = "No segment";

/** All settings in one line: “quiet after 120 days, fading from a drop of 60 %”. */
export const settingsWords = (settings: Readonly<Record<string, number>>): string =>
  Object.entries(settings)
    .map(([name, value]) => settingWords(name, value))
    .join(", ");

/** The goals whose campaigns are divided by a segmentor, in one line. */
export const goalsWords = (goals: readonly Goal[]): string =>
  goals.length === 0
    ? "No goal is divided by it now."
    : `Divides campaigns that: ${goals.map((goal) => inSentence(GOAL_TITLES[goal])).join("; ")}.`;

/** Part of a whole as a share; null where the whole is empty or unknown. */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;
