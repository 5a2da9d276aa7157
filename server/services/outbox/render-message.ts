import { mergeData } from "@/server/domain/copy/merge-data";
import { renderHash } from "@/server/domain/creative-hash";
import type { Person } from "@/server/domain/person";
import type { Company } from "@/server/domain/settings/company";
import type { Offer } from "@/server/domain/settings/configuration";
import type { Renderer } from "@/server/render/contract";
import type { CreativeContent } from "@/server/store/creative-content";

export type RenderInput = {
  creative: Pick<CreativeContent, "subject" | "preheader" | "html" | "text">;
  person: Pick<Person, "firstName"> | undefined;
  offer: Offer | null;
  company: Pick<Company, "name">;
};

/** One customer's rendering with placeholders for the links, and its hash (hex). The same for preview and sending. */
export type RenderedMessage =
  | { ok: true; subject: string; preheader: string; html: string; text: string; renderHash: string }
  | { ok: false; error: string };

/** Renders messages as they would leave. Aligned by index. */
export async function renderMessages(
  renderer: Renderer,
  inputs: readonly RenderInput[],
): Promise<RenderedMessage[]> {
  const rendered = await renderer.render(
    inputs.map(({ creative: { subject, preheader, html, text }, person, offer, company }) => ({
      subject,
      preheader,
      html,
      text,
      data: mergeData(person, offer, company),
    })),
  );
  return inputs.map((_, i) => {
    const one = rendered[i] ?? { ok: false, error: "the renderer gave no answer" };
    if (!one.ok) return one;
    return {
      ...one,
      renderHash: renderHash({ subject: one.subject, html: one.html, text: one.text }).toString("hex"),
    };
  });
}
