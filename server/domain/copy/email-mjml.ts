import { contrast } from "../colour-contrast";
import type { Brand } from "../settings/brand";
import type { Language } from "./email-words";

/** Texts that are escaped already, or Liquid. */
type Parts = {
  language: Language;
  brand: Brand;
  title: string;
  preheader: string;
  heading: string;
  paragraphs: readonly string[];
  callToAction: string;
  offer: string | null;
  code: string | null;
  signature: string;
  /** phrases that every message carries */
  required: readonly string[];
  why: string;
  sender: string;
  unsubscribe: string;
  preferences: string;
};

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** The one layout of an email as MJML: the brand's colours, one column, light and dark, no remote fonts or images. */
export function emailMjml(parts: Parts): string {
  const { accent, ink, background } = parts.brand.colours;
  const text = (content: string, attributes = "") =>
    `<mj-text css-class="ink" ${attributes}>${content}</mj-text>`;
  return `<mjml lang="${parts.language}">
<mj-head>
<mj-title>${parts.title}</mj-title>
<mj-preview>${parts.preheader}</mj-preview>
<mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
<mj-attributes>
<mj-all font-family="${FONT}" />
<mj-text color="${ink}" font-size="16px" line-height="1.5" padding="8px 24px" />
</mj-attributes>
<mj-style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
.page, .page > div { background-color: #17171b !important; }
.page, .ink div, .ink h1, .foot div, .foot a { color: #f2f2f4 !important; }
.brand a { color: #f2f2f4 !important; }
}
</mj-style>
</mj-head>
<mj-body background-color="${background}" css-class="page" width="600px">
<mj-section padding="24px 0 0">
<mj-column>
<mj-text css-class="brand" font-size="15px" font-weight="700"><a href="{{ links.n2 }}" style="color:${readableOn(background, accent, ink)};text-decoration:none">${parts.title}</a></mj-text>
</mj-column>
</mj-section>
<mj-section padding="0 0 16px">
<mj-column>
${text(`<h1 style="margin:0;font-size:24px;line-height:1.25">${parts.heading}</h1>`)}
${parts.paragraphs.map((one) => text(one)).join("\n")}
${parts.offer === null ? "" : text(`<div style="border:2px solid ${accent};border-radius:8px;padding:12px 16px"><strong>${parts.offer}</strong>${parts.code === null ? "" : `<br>${parts.code}`}</div>`)}
<mj-button href="{{ links.n1 }}" background-color="${accent}" color="${inkOn(accent)}" font-size="16px" font-weight="600" border-radius="8px" inner-padding="14px 24px" align="left" padding="16px 24px">${parts.callToAction}</mj-button>
${parts.signature === "" ? "" : text(parts.signature)}
</mj-column>
</mj-section>
<mj-section padding="0 0 24px">
<mj-column>
<mj-divider border-width="1px" border-color="#8a8a94" padding="8px 24px" />
<mj-text css-class="foot" font-size="13px">${parts.required.map((phrase) => `${phrase}<br>`).join("")}${parts.why}<br>${parts.sender}<br><a href="{{ links.unsubscribe }}" style="color:${ink}">${parts.unsubscribe}</a> · <a href="{{ links.preferences }}" style="color:${ink}">${parts.preferences}</a></mj-text>
</mj-column>
</mj-section>
<mj-raw><img src="{{ links.open }}" width="1" height="1" alt="" style="display:block;border:0"></mj-raw>
</mj-body>
</mjml>`;
}

/** White or near black, whichever is easier to read on the colour. */
const inkOn = (colour: string): string =>
  contrast(colour, "#ffffff") >= contrast(colour, "#17171b") ? "#ffffff" : "#17171b";

/** The first colour where it can be read on the background (WCAG 2.2, 1.4.3: 4.5 to 1), else the second. */
const readableOn = (background: string, first: string, second: string): string =>
  contrast(background, first) >= 4.5 ? first : second;
