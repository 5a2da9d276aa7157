import { isTimeZone } from "../time";
import { zoneOfCountry } from "./country-zone";
import { type Reading, refused, taken } from "./reading";

/** An IANA zone by its name, such as `Europe/London`. Abbreviations and offsets are refused: they name no place. */
export function readTimeZone(text: string): Reading<string> {
  const name = text.trim();
  const named = name === "UTC" || /^[A-Za-z][\w+-]*(\/[\w+-]+)+$/.test(name);
  return named && isTimeZone(name) ? taken(name) : refused("not an IANA time zone such as Europe/London");
}

export type KnownZone = { timeZone: string; source: "given" | "country" | "phone" };

/**
 * Where a person's clock stands, and how we know: said by the source, else the one zone of their country, else the one
 * zone of their phone's country where no country is known. Null: unknown, which guardrails doubt and nobody guesses.
 */
export function zoneFrom(known: {
  given: string | null;
  country: string | null;
  phoneCountry: string | null;
}): KnownZone | null {
  if (known.given !== null) return { timeZone: known.given, source: "given" };
  const byCountry = zoneOfCountry(known.country);
  if (byCountry !== null) return { timeZone: byCountry, source: "country" };
  const byPhone = known.country === null ? zoneOfCountry(known.phoneCountry) : null;
  return byPhone === null ? null : { timeZone: byPhone, source: "phone" };
}
