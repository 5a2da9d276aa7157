import { fnv1a, momentFor } from "../moment";
import { isSameList, rememberLast } from "../remember-last";
import { scaled } from "../stats/estimate";
import { type Arm, lift } from "../stats/lift";
import { fewBuyers } from "./few-buyers";
import { type Figure, known, missing } from "./figure";

/** Below this the interval would be as wide as the world; it would still hold its level. */
export const FEWEST_PEOPLE = 30;

/** One arm in a line: minor units per person, whoever spent or not. */
export type ArmSummary = {
  people: number;
  buyers: number;
  revenueMinor: number;
  perPersonMinor: number | null;
};

/**
 * Who counts as held out.
 * `company`: the global holdout, against everybody else. `campaign`: the campaign's own holdout; the global one is on
 * neither side. `alone`: both, where no other campaign could have reached them.
 */
export type Holdout = "company" | "campaign" | "alone";

/** Told apart, since the same campaign has few people by one and enough by another. */
const HELD_OUT: Record<Holdout, string> = {
  company: "people held out of all marketing",
  campaign: "people held out of this campaign only",
  alone: "people held out of this campaign or of all marketing",
};

type Arms = { treated: Arm; heldOut: Arm };

export type LiftFigures = {
  treated: ArmSummary;
  heldOut: ArmSummary;
  /** minor units per person assigned */
  perPerson: Figure;
  /** minor units per touch */
  perTouch: Figure;
};

const isSameArm = (a: Arm, b: Arm) => a.people === b.people && isSameList(a.amounts, b.amounts);

/** Several figures of a page are about the same arms. */
const liftBetween = rememberLast(
  16,
  (a: Arms, b: Arms) => isSameArm(a.treated, b.treated) && isSameArm(a.heldOut, b.heldOut),
  ({ treated, heldOut }) => lift(treated, heldOut, momentFor(0, fnv1a("lift"), 0, 0).random),
);

/** The lift between two arms, per person and per touch, or what is missing to state it. The same rows give the same interval. */
export function liftFigures(arms: Arms, touches: number, holdout: Holdout): LiftFigures {
  const perPerson = perPersonOf(arms.treated, arms.heldOut, holdout);
  return {
    treated: summaryOf(arms.treated),
    heldOut: summaryOf(arms.heldOut),
    perPerson,
    perTouch: perTouchOf(perPerson, arms.treated.people, touches),
  };
}

function perPersonOf(treated: Arm, heldOut: Arm, holdout: Holdout): Figure {
  if (heldOut.people < FEWEST_PEOPLE) return missing(HELD_OUT[holdout], heldOut.people, FEWEST_PEOPLE);
  if (treated.people < FEWEST_PEOPLE) return missing("the treated people", treated.people, FEWEST_PEOPLE);
  const lacking =
    fewBuyers(heldOut.amounts.length, "held-out people with an order") ??
    fewBuyers(treated.amounts.length, "treated people with an order");
  if (lacking !== null) return lacking;
  const found = liftBetween({ treated, heldOut });
  const buyers = heldOut.amounts.length;
  return found === null ? missing("held-out people with an order", buyers, buyers + 1) : known(found);
}

function perTouchOf(perPerson: Figure, treated: number, touches: number): Figure {
  if (perPerson.kind === "missing") return perPerson;
  if (touches === 0) return missing("touches", 0, 1);
  const { kind: _, ...estimate } = perPerson;
  return known(scaled(estimate, treated / touches));
}

function summaryOf({ people, amounts }: Arm): ArmSummary {
  const revenueMinor = amounts.reduce((sum, amount) => sum + amount, 0);
  return {
    people,
    buyers: amounts.length,
    revenueMinor,
    perPersonMinor: people === 0 ? null : revenueMinor / people,
  };
}
