import { z } from "zod";
import { fillLinks, testLinks } from "@/server/domain/message-links";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { creativeContents } from "@/server/store/creative-content";
import type { InForce } from "@/server/store/settings";
import { sendToOneself } from "../connection/send-to-oneself";
import { previewPiece } from "./preview-piece";

const input = z.object({ creativeId: rowId, customerId: rowId });

/**
 * Sends a piece, rendered for one customer, to whoever asks: marked as a test, its links leading where they will without
 * being counted, its ways out changing nothing.
 */
export const sendTestPiece = sendToOneself({
  action: "campaign.send-test",
  needs: "campaign.write",
  input,
  counts: "piece",
  entityOf: ({ creativeId }) => ({ type: "creative", id: String(creativeId) }),
  write: async ({ ctx, input: asked, sender }) => {
    refuseUnset(sender);
    const { message } = await previewPiece(ctx, asked);
    if (!message.ok) throw new Refusal("CONFLICT", `the message could not be rendered: ${message.error}`);
    const { database, publicUrl } = ctx.platform;
    const creative = (await creativeContents(database.sql, [asked.creativeId])).get(asked.creativeId);
    const link = testLinks(publicUrl, creative?.links ?? []);
    return {
      subject: `[Test] ${message.subject}`,
      html: fillLinks(message.html, link),
      text: fillLinks(message.text, link),
    };
  },
});

/** What a launch asks of the sender is asked of a test too. */
function refuseUnset({ version, body }: InForce<"company">): void {
  const missing =
    version === 0
      ? "name and address of the sender are"
      : body.postalAddress.trim() === ""
        ? "the postal address is"
        : null;
  if (missing !== null)
    throw new Refusal(
      "CONFLICT",
      `${missing} not set yet, so nothing was sent: set it in Configuration, Company`,
    );
}
