const REGIONS = new Intl.DisplayNames(["en"], { type: "region" });

/** A country's name for its ISO 3166-1 code; the code where it has none. */
export const countryName = (code: string): string => REGIONS.of(code) ?? code;
