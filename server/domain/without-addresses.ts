/** A text in which every email address is replaced: what a provider says of a message may be kept longer than the person is known. */
export const withoutAddresses = (text: string): string =>
  text.replace(/[^\s<>()"'`,;:=]+@[^\s<>()"'`,;:=]+/g, "(address)");
