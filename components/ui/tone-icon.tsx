import { Check, CircleMinus, Clock, Info, TriangleAlert } from "lucide-react";
import type { Tone } from "./tone";

const icons = {
  neutral: Info,
  accent: Info,
  info: Info,
  pass: Check,
  hold: TriangleAlert,
  block: CircleMinus,
};

/** The icon that goes with a tone where the caller has none of its own. */
export function ToneIcon({
  tone,
  waiting = false,
  className,
}: {
  tone: Tone;
  waiting?: boolean;
  className?: string;
}) {
  const Icon = waiting ? Clock : icons[tone];
  return <Icon aria-hidden className={className} />;
}
