import { type ReportContent, standing } from "./report-content";

/** The report as plain text, in the order of the HTML. */
export function reportText(content: ReportContent): string {
  const { company, day, period, answer, north, figures, alerts, overviewUrl, settingsUrl } = content;
  const open = alerts.map(({ title, detail, link }) =>
    [`- ${title} ${detail}`, link === null ? "" : `  ${link.label}: ${link.url}`].filter(Boolean).join("\n"),
  );
  return [
    `${company}: marketing report of ${day}`,
    content.isDemo ? "Sample data: every figure and person in it is invented." : "",
    `NEEDS A PERSON\n${open.length === 0 ? "Nothing." : open.join("\n")}`,
    `DID MARKETING EARN? ${period}\n${answer}\n\n${north.map(({ label, value, note }) => `${label}: ${value ?? "not enough data"}\n  ${note}`).join("\n")}`,
    `FIGURES AGAINST THEIR TARGETS, ${period}\n${figures
      .map((figure) => `${figure.label}: ${figure.value} (${standing(figure)})`)
      .join("\n")}`,
    `All figures: ${overviewUrl}`,
    `You get this because you are on the list of the daily report: ${settingsUrl}`,
  ]
    .filter((block) => block !== "")
    .join("\n\n");
}
