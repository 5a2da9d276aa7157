/** Dot-atom of RFC 5322 § 3.2.3, in lower-case ASCII: no quotes, no comments, no list. */
const ATOM = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;

/**
 * The one spelling of an address that names an account here, or null where the text can't name one.
 *
 * Plain ASCII only, and checked before lower-casing: the Kelvin sign K lower-cases to `k`, and letters of other
 * scripts look like Latin ones. A list (`a@x.test,b@x.test`) and a quoted local part are refused, because mail
 * software and databases read them differently.
 */
export function loginEmail(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH || /[^\x21-\x7e]/.test(trimmed)) return null;
  const email = trimmed.toLowerCase();
  const [local, domain, ...more] = email.split("@");
  if (local === undefined || domain === undefined || more.length > 0) return null;
  if (local.length > MAX_LOCAL_LENGTH || !local.split(".").every((atom) => ATOM.test(atom))) return null;
  const labels = domain.split(".");
  if (labels.length < 2 || !labels.every((label) => label.length < 64 && LABEL.test(label))) return null;
  return email;
}
