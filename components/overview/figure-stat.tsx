import type { ReactNode } from "react";
import { formatCount, type ValueFormat } from "@/components/ui/format";
import { Stat } from "@/components/ui/stat";
import type { Figure } from "@/server/domain/kpi/figure";

type Props = {
  label: string;
  figure: Figure;
  format: ValueFormat;
  definition: string;
  note?: ReactNode;
  size?: "m" | "l" | "xl";
  /** an estimate whose interval holds zero says so */
  againstChance?: boolean;
};

/** A defined figure with its interval, or the sentence that says which data is missing. */
export function FigureStat({ figure, againstChance = false, note, ...rest }: Props) {
  if (figure.kind === "missing") {
    return (
      <Stat
        {...rest}
        value={null}
        missing={`Not enough data: ${figure.what}: ${formatCount(figure.has)} of ${formatCount(figure.needs)} needed`}
        note={note}
      />
    );
  }
  const { value, low, high } = figure;
  const chance = againstChance && low <= 0 && high >= 0 ? "Cannot be told from chance." : null;
  return (
    <Stat
      {...rest}
      value={value}
      interval={{ low, high }}
      note={
        chance === null ? (
          note
        ) : (
          <>
            {chance} {note}
          </>
        )
      }
    />
  );
}
