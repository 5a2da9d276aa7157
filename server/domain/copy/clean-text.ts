/**
 * Characters that are not seen or that turn the reading direction: controls, formats (zero-width, bidirectional marks,
 * Unicode tags), default-ignorable code points and line separators (UTS #39, UAX #9). Line breaks and tabs stay.
 */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu;

/** The text without hidden characters, in composed form (NFC). */
export const cleanText = (text: string): string => text.normalize("NFC").replace(HIDDEN, "");

/** The text on one line. */
export const oneLine = (text: string): string => cleanText(text.replace(/[\s\u0085]+/g, " ")).trim();
