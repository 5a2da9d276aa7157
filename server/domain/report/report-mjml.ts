import { type ReportContent, standing } from "./report-content";

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const INK = "#17171b";
const SOFT = "#5b5b66";
const RULE = "#d9d9e0";
const ACCENT = "#3f4fd6";
const NOT_ENOUGH = "not enough data";

/** The report as MJML: one column, light and dark, no remote fonts or images. Every text is escaped here. */
export function reportMjml(content: ReportContent): string {
  const { company, day, period, north, alerts, overviewUrl, settingsUrl } = content;
  const sample = content.isDemo ? "<br>Sample data: every figure and person in it is invented." : "";
  return `<mjml lang="en">
<mj-head>
<mj-title>${escaped(`Marketing report, ${day}`)}</mj-title>
<mj-preview>${escaped(previewOf(content))}</mj-preview>
<mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
<mj-attributes>
<mj-all font-family="${FONT}" />
<mj-text color="${INK}" font-size="15px" line-height="1.45" padding="6px 24px" />
<mj-table color="${INK}" font-size="14px" line-height="1.4" padding="6px 24px" />
</mj-attributes>
<mj-style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
.page, .page > div { background-color: #17171b !important; }
.page, .ink div, .ink h1, .ink h2, .ink td, .ink th { color: #f2f2f4 !important; }
.ink .soft { color: #b4b4bf !important; }
.ink a { color: #a9b3ff !important; }
}
</mj-style>
</mj-head>
<mj-body background-color="#ffffff" css-class="page" width="640px">
<mj-section padding="24px 0 0"><mj-column>
<mj-text css-class="ink"><h1 style="margin:0;font-size:22px;line-height:1.25">Marketing report</h1><span class="soft" style="color:${SOFT}">${escaped(`${company}, ${day}`)}${sample}</span></mj-text>
${heading("Needs a person")}
${alerts.length === 0 ? text("Nothing needs a person now.") : alerts.map(alertBlock).join("\n")}
${heading(`Did marketing earn? ${period}`)}
${text(content.answer)}
${north.map(northBlock).join("\n")}
${heading(`Figures against their targets, ${period}`)}
<mj-table css-class="ink">${figureRows(content)}</mj-table>
<mj-button href="${escaped(overviewUrl)}" background-color="${ACCENT}" color="#ffffff" font-size="15px" border-radius="6px" inner-padding="11px 18px" align="left" padding="16px 24px">See all figures</mj-button>
<mj-divider border-width="1px" border-color="${RULE}" padding="8px 24px" />
<mj-text css-class="ink" font-size="12px"><span class="soft" style="color:${SOFT}">Attributed figures follow the last touch; incremental ones compare with the customers held out, with a 95 % interval. You get this because you are on the list of the daily report. <a href="${escaped(settingsUrl)}" style="color:${ACCENT}">Change it</a></span></mj-text>
</mj-column></mj-section>
</mj-body>
</mjml>`;
}

const heading = (words: string): string =>
  `<mj-text css-class="ink" padding="18px 24px 2px"><h2 style="margin:0;font-size:15px">${escaped(words)}</h2></mj-text>`;

const text = (words: string): string => `<mj-text css-class="ink">${escaped(words)}</mj-text>`;

function alertBlock({ title, detail, link }: ReportContent["alerts"][number]): string {
  const way =
    link === null ? "" : ` <a href="${escaped(link.url)}" style="color:${ACCENT}">${escaped(link.label)}</a>`;
  return `<mj-text css-class="ink"><strong>${escaped(title)}</strong> <span class="soft" style="color:${SOFT}">${escaped(detail)}</span>${way}</mj-text>`;
}

const northBlock = ({ label, value, note }: ReportContent["north"][number]): string =>
  `<mj-text css-class="ink">${escaped(label)}<br><span style="font-size:28px;font-weight:600;line-height:1.3">${escaped(value ?? NOT_ENOUGH)}</span><br><span class="soft" style="color:${SOFT}">${escaped(note)}</span></mj-text>`;

function figureRows({ figures }: ReportContent): string {
  const cell = `style="border-bottom:1px solid ${RULE};padding:6px 8px 6px 0;vertical-align:top"`;
  const number = `style="border-bottom:1px solid ${RULE};padding:6px 0 6px 8px;text-align:right;white-space:nowrap;vertical-align:top"`;
  const rows = figures.map(
    (figure) =>
      `<tr><td ${cell}><a href="${escaped(figure.url)}" style="color:inherit">${escaped(figure.label)}</a><br><span class="soft" style="color:${SOFT}">${escaped(standing(figure))}</span></td><td ${number}>${escaped(figure.value)}</td></tr>`,
  );
  return `<tr><th align="left" ${cell}>Figure and target</th><th ${number}>Now</th></tr>${rows.join("")}`;
}

const previewOf = ({ north, alerts }: ReportContent): string =>
  [...north.map(({ label, value }) => `${label} ${value ?? NOT_ENOUGH}`), `${alerts.length} to look at`].join(
    ", ",
  );

const escaped = (words: string): string =>
  words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
