import type { z } from "zod";
import type { CustomerFacts, FactName, KnownFacts } from "@/server/domain/customer-facts";
import type { Fifths } from "@/server/domain/population";

/** Names the segment of one customer, or null: none of its own. Pure and total. */
export type Assign = (facts: KnownFacts, nowMs: number) => string | null;

/** Puts one customer into at most one of its named segments. */
export type Segmentor = {
  title: string;
  /** the facts that it reads: the loader asks for nothing else */
  needs: readonly FactName[];
  /** id → what the console calls it; ids are stored in decisions and creatives, and never reused */
  segments: Readonly<Record<string, string>>;
  /** what a marketer may set, each with its default */
  settings: z.ZodType;
  /** segment → who belongs to it under these settings, as one sentence; said beside the rule, so that both change together */
  rules(settings: unknown): Readonly<Record<string, string>>;
  /** Binds settings (parsed here, so bad ones throw before anybody is decided) and the buyers' fifths as of the run. */
  prepare(settings: unknown, fifths: Fifths): Assign;
};

type Spec<Needs extends FactName, Settings, Segment extends string> = {
  title: string;
  needs: readonly Needs[];
  segments: Readonly<Record<Segment, string>>;
  settings: z.ZodType<Settings>;
  rules(settings: Settings): Readonly<Record<NoInfer<Segment>, string>>;
  assign(
    facts: Pick<CustomerFacts, Needs>,
    settings: Settings,
    nowMs: number,
    fifths: Fifths,
  ): NoInfer<Segment> | null;
};

/** Ties `assign` to the facts, settings and segments that it declares. A missing fact (undefined) gives no segment. */
export function segmentor<const Needs extends FactName, Settings, const Segment extends string>(
  spec: Spec<Needs, Settings, Segment>,
): Segmentor {
  const { title, needs, segments, settings, rules, assign } = spec;
  return {
    title,
    needs,
    segments,
    settings,
    rules: (raw) => rules(settings.parse(raw ?? {})),
    prepare(raw, fifths) {
      const bound = settings.parse(raw ?? {});
      return (facts, nowMs) => (hasAll(facts, needs) ? assign(facts, bound, nowMs, fifths) : null);
    },
  };
}

function hasAll<Needs extends FactName>(
  facts: KnownFacts,
  needs: readonly Needs[],
): facts is Pick<CustomerFacts, Needs> {
  for (const name of needs) if (facts[name] === undefined) return false;
  return true;
}
