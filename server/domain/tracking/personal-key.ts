/** Names of properties that hold personal data, without case, spaces and signs. Personal data has its own sealed place. */
const PERSONAL = new Set(
  `
  email emailaddress mail useremail customeremail phone phonenumber mobile mobilenumber telephone tel
  firstname lastname fullname surname familyname givenname username
  address streetaddress street street1 street2 addressline1 addressline2 postalcode postcode zip zipcode
  birthday birthdate dateofbirth dob ip ipaddress latitude longitude
  password passwd secret token accesstoken ssn socialsecuritynumber taxid passport
  creditcard cardnumber ccnumber cvv cvc iban accountnumber
`
    .trim()
    .split(/\s+/),
);

/** Keys by which careless code reaches the prototypes of all objects. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/** What is known of a property by its name alone. */
export type KeyVerdict = { personal: boolean; problem: string | null };

const known = new Map<string, KeyVerdict>();
const MAX_KNOWN = 5000;

/** What to do with a property of this name. A company sends the same few names all day: they are looked up. */
export function verdictOnKey(key: string): KeyVerdict {
  const before = known.get(key);
  if (before !== undefined) return before;
  const verdict = {
    personal: PERSONAL.has(key.toLowerCase().replace(/[^a-z0-9]/g, "")),
    problem: problemOf(key),
  };
  if (known.size < MAX_KNOWN && key.length <= 100) known.set(key, verdict);
  return verdict;
}

function problemOf(key: string): string | null {
  if (FORBIDDEN.has(key)) return `the key ${key} is not allowed`;
  return /\0|\p{Cs}/u.test(key) ? "a key holds NUL or half of a surrogate pair" : null;
}
