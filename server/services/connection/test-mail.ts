import { z } from "zod";
import { sendToOneself } from "./send-to-oneself";

/** Sends one mail to the signed-in person's own address through the configured sender, and answers what the server said. */
export const testMail = sendToOneself({
  action: "settings.test-mail",
  needs: "settings.write",
  input: z.object({}),
  counts: "mail",
  entityOf: () => ({ type: "settings", id: "company" }),
  write: async ({ now, sender: { body: company } }) => {
    const text = `This is a test mail from the settings of ${company.name}, sent on ${now.toISOString()}. If you can read it, the sender works.\n\n${company.postalAddress}`;
    return {
      subject: "Test mail from your marketing console",
      text,
      html: `<p>${escaped(text).replaceAll("\n", "<br>")}</p>`,
    };
  },
});

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
