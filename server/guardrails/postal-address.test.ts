import { expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { postalAddress } from "./postal-address";
import { aDraft, inShort } from "./testing/a-draft";

const { text, postalAddress: address } = aDraft();

test.each([
  { address, text, finding: "clear", because: "the text breaks it into lines" },
  { address: "", text, finding: "block postal-address.missing", because: "none is set" },
  { address: "Bristol", text, finding: "block postal-address.missing", because: "a town is no address" },
  {
    address,
    text: "Come back soon.",
    finding: "block postal-address.not-in-message",
    because: "the text leaves it out",
  },
  { address: address.replaceAll(", ", "\n"), text, finding: "clear", because: "it was set in lines" },
])("$because: $finding", ({ finding, ...given }) => {
  const draft = aDraft({ text: given.text, postalAddress: given.address });
  expect(inShort(postalAddress.check(draft, {}, defaultPolicy, 0))).toBe(finding);
});
