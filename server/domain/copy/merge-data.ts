import { LINK_PLACEHOLDERS } from "../message-links";
import type { Person } from "../person";
import type { Company } from "../settings/company";
import type { Offer } from "../settings/configuration";
import { oneLine } from "./clean-text";

const LONGEST_NAME = 40;
/** A name that mail programs would turn into a link, or that is no name at all. */
const NO_NAME = /:\/\/|www\.|@|[<>{}[\]\\|$%^*=~]|\p{L}\.\p{L}{2,}|\d{3,}/u;

/**
 * What a template may use of one customer, with placeholders for the links. A first name that could carry an address or
 * markup counts as unknown, so that the template's own fallback stands.
 */
export const mergeData = (
  person: Pick<Person, "firstName"> | undefined,
  offer: Offer | null,
  company: Pick<Company, "name">,
) => ({
  person: { firstName: safeName(person?.firstName) },
  offer: { title: offer?.title ?? null, code: offer?.code ?? null },
  company: { name: company.name },
  links: { ...LINK_PLACEHOLDERS },
});

function safeName(name: string | undefined): string | null {
  const plain = oneLine(name ?? "");
  return plain === "" || plain.length > LONGEST_NAME || NO_NAME.test(plain) ? null : plain;
}
