import mjml2html from "mjml";
import { type EmailInput, type EmailLink, layoutEmail } from "@/server/domain/copy/layout-email";

/** A piece as it is stored and approved. Liquid is left for the person's name and the links. */
export type EmailPiece = {
  subject: string;
  preheader: string;
  html: string;
  text: string;
  slots: string[];
  links: EmailLink[];
};

/** Gmail clips a mail beyond this and hides the unsubscribe link with the rest. */
const CLIPPED_BYTES = 102_000;

/** Lays a piece out and compiles its MJML, once per creative. Throws where the result would be clipped. */
export async function compileEmail(input: EmailInput): Promise<EmailPiece> {
  const { subject, preheader, mjml, text, slots, links } = layoutEmail(input);
  const compiled = await mjml2html(mjml, {
    validationLevel: "strict",
    keepComments: false,
    fonts: {},
    ignoreIncludes: true,
  });
  const html = squeeze(compiled.html);
  if (Buffer.byteLength(html) > CLIPPED_BYTES) throw new Error("the email is larger than 102 kB: shorten it");
  return { subject, preheader, html, text, slots, links };
}

/** Takes out the indentation that MJML leaves; nothing in the layout depends on white space. */
const squeeze = (html: string): string => html.replace(/\n\s+/g, "\n").replace(/\n{2,}/g, "\n");
