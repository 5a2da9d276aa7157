import { type Reading, refused, taken } from "./reading";

/** ISO 3166-1 alpha-2, as of tzdata 2025b's iso3166.tab. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set(
  `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
  BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
  FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
  IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
  MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
  PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
  SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE
  YT ZA ZM ZW
`
    .trim()
    .split(/\s+/),
);

/** What people write besides the names that the Unicode CLDR knows. */
const ALSO: Readonly<Record<string, string>> = {
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  "great britain": "GB",
  "united kingdom of great britain and northern ireland": "GB",
  eire: "IE",
  "republic of ireland": "IE",
  usa: "US",
  "united states of america": "US",
  america: "US",
  rsa: "ZA",
  "republic of south africa": "ZA",
  uae: "AE",
  holland: "NL",
  "czech republic": "CZ",
  "russian federation": "RU",
  korea: "KR",
  "republic of korea": "KR",
  burma: "MM",
  macedonia: "MK",
  "cape verde": "CV",
  swaziland: "SZ",
  "ivory coast": "CI",
  "viet nam": "VN",
  turkey: "TR",
  brasil: "BR",
};

/** Words that stand where a country should, and name none. */
const NONE = new Set(["unspecified", "unknown", "other", "none", "n a", "na", "european community", "eu"]);
/** Places of several countries' codes: known, but of no single code. */
const SEVERAL = new Set(["channel islands", "west indies", "north america", "europe", "asia"]);

const names = byName();

/**
 * The ISO 3166-1 alpha-2 code of a country, from a code in any case or a name in English, German, French or Spanish.
 * Null is an answer: the text says that the country is unknown, or names a place of several countries.
 */
export function readCountry(text: string): Reading<string | null> {
  const trimmed = text.trim();
  const code = trimmed.toUpperCase();
  if (COUNTRY_CODES.has(code)) return taken(code);
  const name = bare(trimmed);
  if (name === "" || NONE.has(name) || SEVERAL.has(name)) return taken(null);
  const found = names.get(name) ?? names.get(bare(unbracketed(trimmed)));
  return found === undefined ? refused("not a country") : taken(found);
}

function byName(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const language of ["en", "de", "fr", "es"]) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of COUNTRY_CODES) {
      const name = display.of(code) ?? code;
      for (const written of [bare(name), bare(unbracketed(name))]) {
        if (!found.has(written)) found.set(written, code);
      }
    }
  }
  for (const [name, code] of Object.entries(ALSO)) found.set(name, code);
  return found;
}

function unbracketed(name: string): string {
  return name.replace(/\(.*\)/, " ");
}

/** A name without case, accents, signs and a leading article. */
function bare(name: string): string {
  return name
    .replaceAll(".", "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim()
    .replace(/^the /, "");
}
