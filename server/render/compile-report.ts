import mjml2html from "mjml";
import { rememberLast } from "@/server/domain/remember-last";
import { type ReportContent, reportSubject } from "@/server/domain/report/report-content";
import { reportMjml } from "@/server/domain/report/report-mjml";
import { reportText } from "@/server/domain/report/report-text";

/** The daily report as a mail. */
export type ReportMail = { subject: string; html: string; text: string };

/** Compiles the report's MJML. Throws on MJML that does not validate. The same content is compiled once. */
export const compileReport = (content: ReportContent): Promise<ReportMail> =>
  compileOnce({ content, text: JSON.stringify(content) });

const compileOnce = rememberLast(
  4,
  (a: { text: string }, b: { text: string }) => a.text === b.text,
  ({ content }: { content: ReportContent; text: string }) => compile(content),
);

async function compile(content: ReportContent): Promise<ReportMail> {
  const { html } = await mjml2html(reportMjml(content), {
    validationLevel: "strict",
    keepComments: false,
    fonts: {},
    ignoreIncludes: true,
  });
  return { subject: reportSubject(content), html, text: reportText(content) };
}
