/** A person as the company knows them. Lives sealed in `people`; never in decisions, events, the audit or engine payloads. */
export type Person = {
  /** the company's own customer number */
  userId?: string;
  email?: string;
  /** E.164 */
  phone?: string;
  firstName?: string;
  lastName?: string;
  city?: string;
  postalCode?: string;
};
