import { z } from "zod";
import { nameOf } from "@/server/context";
import { settingVersion } from "@/server/domain/settings/kind";
import { Refusal } from "@/server/errors";
import { dropDraft, keepDraft, settingDraft } from "@/server/store/setting-drafts.sql";
import { verb, view } from "../verb";

/** The documents that are written as a draft before they are published. */
const kind = z.enum(["brand"]);
const MOST_LETTERS = 100_000;

/** The draft of a document, as it was left; null where none is kept. */
export const draftOfSettings = view(
  { needs: "settings.read", input: z.object({ kind }) },
  async ({ ctx, input }) => ({ draft: await settingDraft(ctx.platform.database.sql, input.kind) }),
);

const draftBody = z
  .record(z.string(), z.unknown())
  .refine((body) => JSON.stringify(body).length <= MOST_LETTERS, "the draft is too long to be kept");

/**
 * Keeps the next version while it is being written. It need not be whole: what is wrong is said when it is published.
 * Refuses where somebody else saved meanwhile.
 */
export const saveDraft = verb(
  {
    action: "settings.save-draft",
    needs: "settings.write",
    input: z.object({
      kind,
      /** the revision that the author saw; 0 where there was no draft */
      expectedRevision: z.number().int().min(0),
      basedOn: settingVersion,
      body: draftBody,
    }),
  },
  async ({ tx, actor, now, input }) => {
    const { expectedRevision, basedOn, body } = input;
    const revision = await keepDraft(tx.sql, input.kind, expectedRevision, {
      basedOn,
      body,
      author: nameOf(actor),
      at: now,
    });
    if (revision === null)
      throw new Refusal(
        "CONFLICT",
        "expectedRevision: somebody saved another draft meanwhile; load it, then repeat yours",
      );
    return {
      out: { revision, savedAt: now },
      entity: { type: "settings", id: input.kind },
      before: { revision: expectedRevision },
      after: { revision, basedOn },
    };
  },
);

/** Throws the draft away; what is in force stays. */
export const discardDraft = verb(
  { action: "settings.discard-draft", needs: "settings.write", input: z.object({ kind }) },
  async ({ tx, input }) => {
    const revision = await dropDraft(tx.sql, input.kind);
    if (revision === null) throw new Refusal("NOT_FOUND", "kind: there is no draft to discard");
    return {
      out: { revision },
      entity: { type: "settings", id: input.kind },
      before: { revision },
      after: null,
    };
  },
);
