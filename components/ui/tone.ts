/** Meaning by colour. It never stands alone: a word or an icon goes with it. */
export type Tone = "neutral" | "pass" | "hold" | "block" | "info" | "accent";

/** Text in a tone, on a surface. */
export const toneText: Record<Tone, string> = {
  neutral: "text-ink-2",
  pass: "text-pass",
  hold: "text-hold",
  block: "text-block",
  info: "text-info",
  accent: "text-accent",
};

/** A soft box in a tone: badge, callout, timeline dot. */
export const toneBox: Record<Tone, string> = {
  neutral: "bg-fill text-ink-2 inset-ring inset-ring-line",
  pass: "bg-pass-soft text-pass inset-ring inset-ring-pass-line",
  hold: "bg-hold-soft text-hold inset-ring inset-ring-hold-line",
  block: "bg-block-soft text-block inset-ring inset-ring-block-line",
  info: "bg-info-soft text-info inset-ring inset-ring-info-line",
  accent: "bg-accent-soft text-accent inset-ring inset-ring-accent-line",
};

/** A full fill in a tone: dots, bars. */
export const toneSolid: Record<Tone, string> = {
  neutral: "bg-chart-6",
  pass: "bg-pass-solid",
  hold: "bg-hold-solid",
  block: "bg-block-solid",
  info: "bg-info-solid",
  accent: "bg-accent",
};
