import type { Company } from "./settings/company";

/** The domain that the company's mail comes from. */
export const senderDomain = ({ fromAddress }: Pick<Company, "fromAddress">): string =>
  fromAddress.slice(fromAddress.lastIndexOf("@") + 1);
