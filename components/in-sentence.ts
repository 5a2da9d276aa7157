/** A sentence's beginning as it goes on in the middle of another: “Random sample” is “random sample”, “VIP” stays. */
export const inSentence = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
