import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MailFrame } from "./mail-frame";

const sandboxOf = (html: string) => /<iframe[^>]* sandbox="([^"]*)"/.exec(html)?.[1];
const hostile =
  "<script>alert(1)</script><form action='https://other.example'><img src='https://other.example/p'>";

test("a frame lets the page measure it only where it fits its message, and never lets the message run, send or leave", () => {
  expect(sandboxOf(renderToStaticMarkup(<MailFrame title="Mail" html={hostile} />))).toBe("");
  expect(sandboxOf(renderToStaticMarkup(<MailFrame fits title="Mail" html={hostile} />))).toBe(
    "allow-same-origin",
  );
});

test("a message stands behind a policy that runs and fetches nothing, whatever it brings itself", () => {
  const html = renderToStaticMarkup(<MailFrame fits title="Mail" html={hostile} />);
  const inside = /srcDoc="([^"]*)"/i.exec(html)?.[1] ?? "";
  expect(inside.indexOf("default-src &#x27;none&#x27;")).toBeGreaterThan(0);
  expect(inside.indexOf("default-src")).toBeLessThan(inside.indexOf("&lt;script"));
  expect(inside).not.toMatch(/script-src|connect-src|form-action|img-src[^;]*https/);
  expect(inside).not.toContain(" src=&#x27;https://other.example/p");
});
