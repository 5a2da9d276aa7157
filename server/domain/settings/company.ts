import { z } from "zod";
import { isTimeZone } from "../time";

/** Who the sender is. Mail cannot leave without a postal address (CAN-SPAM, 15 U.S.C. § 7704(a)(5)). */
export const company = z.object({
  name: z.string().min(1).max(80),
  currency: z.string().regex(/^[A-Z]{3}$/, "use an ISO 4217 code such as EUR"),
  timeZone: z.string().refine(isTimeZone, "use an IANA zone such as Europe/Berlin"),
  country: z.string().regex(/^[A-Z]{2}$/, "use an ISO 3166 code such as DE"),
  language: z.enum(["en", "de", "fr", "es"]).default("en"),
  fromName: z.string().min(1).max(80),
  fromAddress: z.email(),
  replyTo: z.email().nullable().default(null),
  postalAddress: z.string().max(300).default(""),
  websiteUrl: z.url({ protocol: /^https$/ }),
  /** shown on every screen: figures are invented */
  demo: z.boolean().default(false),
});
export type Company = z.infer<typeof company>;

export const defaultCompany: Company = company.parse({
  name: "Your company",
  currency: "USD",
  timeZone: "Etc/UTC",
  country: "US",
  fromName: "Your company",
  fromAddress: "hello@example.com",
  websiteUrl: "https://example.com",
});
