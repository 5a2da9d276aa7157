/** Whom a decision is about: the name with the number where the reader may know it, else the number alone. */
export const customerWords = ({
  customer,
  customerId,
}: {
  customer: string | null;
  customerId: number;
}): string => (customer === null ? `customer ${customerId}` : `${customer}, customer ${customerId}`);
