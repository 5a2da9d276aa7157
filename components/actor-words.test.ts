import { expect, test } from "vitest";
import { actorWords } from "./actor-words";

test.each([
  { actor: "user:7", name: "Ines Ortega", words: "Ines Ortega" },
  { actor: "user:7", name: null, words: "A person who left" },
  { actor: "system:deliver-due", name: null, words: "Touchline (deliver due)" },
  { actor: "operator:import", name: null, words: "At the machine (import)" },
  { actor: "customer", name: null, words: "The customer" },
  { actor: "anonymous", name: null, words: "Somebody not signed in" },
  { actor: "system", name: null, words: "Touchline itself" },
  { actor: "courier", name: null, words: "courier" },
])("$actor is $words", ({ actor, name, words }) => {
  expect(actorWords(actor, name)).toBe(words);
});
