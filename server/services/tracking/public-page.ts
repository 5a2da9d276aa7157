import { createHash } from "node:crypto";
import type { Language } from "@/server/domain/copy/email-words";

/** What a page says and offers. Texts are plain; they are escaped here. */
export type PublicPage = {
  language: Language;
  company: string;
  title: string;
  lead: string;
  /** a form that posts to the page's own address */
  button?: { label: string; name: string; value: string };
  link?: { label: string; href: string };
};

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:1.0625rem/1.55 system-ui,sans-serif;color:#17171b;background:#f4f4f6}
main{box-sizing:border-box;max-width:32rem;margin:12vh auto 0;padding:2rem;background:#fff;border-radius:12px}
p{margin:0 0 1.25rem}h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25}.from{color:#5c5c66;font-size:.9375rem;margin:0 0 .25rem}
button{font:inherit;font-weight:600;color:#fff;background:#3f4fd6;border:0;border-radius:8px;padding:.75rem 1.25rem;min-height:44px;cursor:pointer}
a{color:#3543b8}button:focus-visible,a:focus-visible{outline:3px solid #17171b;outline-offset:2px}
@media(max-width:36rem){main{margin:0;min-height:100vh;border-radius:0}}
@media(prefers-color-scheme:dark){body{color:#f2f2f4;background:#101013}main{background:#1c1c21}.from{color:#b0b0ba}a{color:#aab4ff}
button{background:#5a69e6}button:focus-visible,a:focus-visible{outline-color:#fff}}`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** No script, nothing from elsewhere, in no frame; the address (which holds the token) goes to nobody. */
export const PUBLIC_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
};

/** A page for people without an account: one sentence and one button, in their language, light or dark as they like it. */
export function publicPage({ language, company, title, lead, button, link }: PublicPage): string {
  const form =
    button === undefined
      ? ""
      : `<form method="post"><p><button type="submit" name="${escapeHtml(button.name)}" value="${escapeHtml(button.value)}">${escapeHtml(button.label)}</button></p></form>`;
  const after =
    link === undefined ? "" : `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · ${escapeHtml(company)}</title><style>${STYLE}</style></head>
<body><main><p class="from">${escapeHtml(company)}</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(lead)}</p>${form}${after}</main></body></html>`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
