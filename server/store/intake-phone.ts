import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { type Reading, refused, taken } from "@/server/domain/intake/reading";

/** Longer than any number with its extension. */
const MAX_LENGTH = 40;

/**
 * A phone number in E.164, such as +442079460018. A number without its country's code needs `country`, the ISO code of
 * where it is dialled.
 *
 * Refused: what the numbering plans of Google's libphonenumber do not know, and text around a number.
 */
export function readPhone(text: string, country: string | null): Reading<string> {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return refused("not a phone number");
  const known = country !== null && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(trimmed.replace(/^00/, "+"), {
    extract: false,
    ...(known === undefined ? {} : { defaultCountry: known }),
  });
  if (number?.isValid()) return taken(number.number);
  const lacksCode = known === undefined && !/^(\+|00)/.test(trimmed);
  return refused(lacksCode ? "a phone number without its country" : "not a phone number");
}

/** The country of a number in E.164 as an ISO code; null where the code is of several countries. */
export const countryOfPhone = (e164: string): string | null =>
  parsePhoneNumberFromString(e164)?.country ?? null;
