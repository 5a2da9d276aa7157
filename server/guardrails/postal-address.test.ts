import { expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { postalAddress } from "./postal-address";
import { aDraft, inShort } from "./testing/a-draft";

const { text, html, postalAddress: address } = aDraft();

test.each([
  { address, text, html, finding: "clear", because: "the text breaks it into lines" },
  { address: "", text, html, finding: "block postal-address.missing", because: "none is set" },
  {
    address: "Bristol",
    text,
    html,
    finding: "block postal-address.missing",
    because: "a town is no address",
  },
  {
    address,
    html,
    text: "Come back soon.",
    finding: "block postal-address.not-in-message",
    because: "the text leaves it out",
  },
  { address: address.replaceAll(", ", "\n"), text, html, finding: "clear", because: "it was set in lines" },
  {
    address,
    text,
    html: "<p>Come back soon.</p>",
    finding: "block postal-address.not-in-message",
    because: "the HTML leaves it out",
  },
  {
    address,
    text,
    html: `<!-- ${address} --><style>a { content: "${address}" }</style><p>Come back soon.</p>`,
    finding: "block postal-address.not-in-message",
    because: "the HTML does not show it",
  },
  {
    address: "Larkfield & Sons, 12 Mill Lane, Bristol",
    text: "Larkfield & Sons, 12 Mill Lane, Bristol",
    html: "<td>Larkfield &amp; Sons<br>12&#32;Mill&nbsp;Lane<br>Bristol</td>",
    finding: "clear",
    because: "the HTML writes it with entities and breaks",
  },
])("$because: $finding", ({ finding, ...given }) => {
  const draft = aDraft({ text: given.text, html: given.html, postalAddress: given.address });
  expect(inShort(postalAddress.check(draft, {}, defaultPolicy, 0))).toBe(finding);
});
