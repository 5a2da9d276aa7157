import { describe, expect, test } from "vitest";
import { botReason, isBurst, type Visit } from "./bot";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const visit = (over: Partial<Visit> = {}): Visit => ({
  kind: "click",
  method: "GET",
  headers: { "user-agent": CHROME },
  sinceSentMs: 60_000,
  ...over,
});

describe("botReason", () => {
  test.each([
    ["a person's click", {}, null],
    ["a person's quick open", { kind: "open", sinceSentMs: 2_500 }, null],
    [
      "Google's image proxy",
      {
        kind: "open",
        headers: {
          "user-agent":
            "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
        },
      },
      null,
    ],
    [
      "an iPhone",
      {
        headers: {
          "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15",
        },
      },
      null,
    ],
    ["HEAD", { method: "HEAD" }, "method"],
    ["a prefetch", { headers: { "user-agent": CHROME, "sec-purpose": "prefetch;prerender" } }, "prefetch"],
    ["an older prefetch", { headers: { "user-agent": CHROME, "x-moz": "prefetch" } }, "prefetch"],
    ["no user agent", { headers: {} }, "no-user-agent"],
    ["Apple's proxy", { kind: "open", headers: { "user-agent": "Mozilla/5.0" } }, "apple-mail-privacy"],
    [
      "a gateway",
      { headers: { "user-agent": "Mozilla/5.0 (compatible; Barracuda Sentinel)" } },
      "user-agent",
    ],
    ["a script", { headers: { "user-agent": "python-requests/2.32" } }, "user-agent"],
    ["a click at once", { sinceSentMs: 4_999 }, "too-soon"],
    ["a click before the provider answered", { sinceSentMs: -20 }, "too-soon"],
    ["an open at once", { kind: "open", sinceSentMs: 1_999 }, "too-soon"],
  ] as const)("%s: %s", (_, over, reason) => {
    expect(botReason(visit(over))).toBe(reason);
  });
});

test.each([
  [{ n: 1, atMs: 1_000 }, [{ n: 2, atMs: 2_000 }], true],
  [{ n: 1, atMs: 1_000 }, [{ n: 2, atMs: 2_001 }], false],
  [{ n: 1, atMs: 1_000 }, [{ n: 1, atMs: 1_001 }], false],
  [{ n: 1, atMs: 1_000 }, [], false],
])("isBurst(%j, %j) is %s", (click, others, expected) => {
  expect(isBurst(click, others)).toBe(expected);
});
