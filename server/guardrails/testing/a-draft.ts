import type { Finding } from "@/server/domain/verdict";
import type { Draft } from "../contract";

const ADDRESS = "Larkfield Ltd, 12 Mill Lane, Bristol BS1 4DJ";

/** A draft that nothing speaks against, but for what is given. */
export const aDraft = (given: Partial<Draft> = {}): Draft => ({
  channel: "email",
  subject: "We miss you",
  text: `Come back soon.\n\n--\nLarkfield Ltd\n12 Mill Lane\nBristol BS1 4DJ\nUnsubscribe: {{ links.unsubscribe }}`,
  html: `<p>Come back soon.</p><p>Larkfield Ltd<br>12 Mill Lane<br>Bristol BS1 4DJ</p><a href="{{ links.unsubscribe }}">Unsubscribe</a>`,
  offer: null,
  postalAddress: ADDRESS,
  hasUnsubscribe: true,
  percentsNamed: [],
  ...given,
});

/** A finding in short: `clear`, or its level and code. */
export const inShort = (finding: Finding): string =>
  finding.level === "clear" ? "clear" : `${finding.level} ${finding.reason.code}`;
