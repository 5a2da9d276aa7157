import mjml2html from "mjml";
import { type ReportContent, reportSubject } from "@/server/domain/report/report-content";
import { reportMjml } from "@/server/domain/report/report-mjml";
import { reportText } from "@/server/domain/report/report-text";

/** The daily report as a mail. */
export type ReportMail = { subject: string; html: string; text: string };

/** Compiles the report's MJML. Throws on MJML that does not validate. */
export async function compileReport(content: ReportContent): Promise<ReportMail> {
  const { html } = await mjml2html(reportMjml(content), {
    validationLevel: "strict",
    keepComments: false,
    fonts: {},
    ignoreIncludes: true,
  });
  return { subject: reportSubject(content), html, text: reportText(content) };
}
