import { expect, test } from "vitest";
import { eventWords } from "./event-words";

test.each([
  ["Product", "page", "Looked at “Product”"],
  ["page", "page", "Looked at a page"],
  ["Home", "screen", "Looked at “Home”"],
  ["identify", "identify", "Said who they are"],
  ["Product Added", "track", "Product Added"],
  ["track", "track", "Did something without a name"],
])("%s by a %s call is told as %s", (name, type, words) => {
  expect(eventWords(name, type)).toBe(words);
});
