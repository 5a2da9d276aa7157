import { z } from "zod";
import { nameOf } from "@/server/context";
import type { Permission } from "@/server/domain/role";
import type { SettingKind } from "@/server/domain/settings";
import { company } from "@/server/domain/settings/company";
import { diff } from "@/server/domain/settings/diff";
import { settingVersion } from "@/server/domain/settings/kind";
import { Refusal } from "@/server/errors";
import type { Sql } from "@/server/store/database";
import { hasCustomers } from "@/server/store/demo-data.sql";
import { dropDraft } from "@/server/store/setting-drafts.sql";
import { insertVersion } from "@/server/store/setting-versions";
import { settingInForce } from "@/server/store/settings";
import { verb } from "../verb";
import { parseBody } from "./parse-body";

const publishing = <Kind extends SettingKind>(needs: Permission, kinds: readonly [Kind, ...Kind[]]) =>
  verb(
    {
      action: "settings.publish",
      needs,
      input: z.object({
        kind: z.enum(kinds),
        /** the version that the author saw; 0 where none was published */
        expectedVersion: settingVersion,
        body: z.unknown(),
        note: z.string().trim().min(3, "say in a few words why").max(500),
      }),
    },
    async ({ tx, actor, now, input }) => {
      const { kind, expectedVersion, note } = input as typeof input & { kind: SettingKind };
      const body = parseBody(kind, input.body);
      const before = await settingInForce(tx.sql, kind);
      if (kind === "company") await refuseRelabelling(tx.sql, before.body, body);
      const changes = diff(before.body, body);
      if (before.version === expectedVersion && before.version > 0 && changes.length === 0) {
        throw new Refusal("BAD_REQUEST", `body: nothing differs from version ${before.version}`);
      }
      const stored = await insertVersion(tx, kind, expectedVersion, {
        body,
        note,
        author: nameOf(actor),
        at: now,
      });
      if (!stored) {
        throw new Refusal(
          "CONFLICT",
          "expectedVersion: somebody published another version meanwhile; look at it, then repeat yours",
        );
      }
      await dropDraft(tx.sql, kind);
      const version = expectedVersion + 1;
      return {
        out: { kind, version, changes },
        entity: { type: "settings", id: kind },
        before: { version: expectedVersion },
        after: { version, note, changes },
      };
    },
  );

/**
 * A company is a demo from its first day or never: what is labelled as one may be taken away as a whole, and invented
 * figures keep their label until they are.
 */
async function refuseRelabelling(sql: Sql, before: unknown, after: unknown): Promise<void> {
  const [was, is] = [company.parse(before).demo, company.parse(after).demo];
  if (was === is) return;
  if (is && !(await hasCustomers(sql))) return;
  throw new Refusal(
    "BAD_REQUEST",
    is
      ? "demo: a company with customers of its own cannot become a demo"
      : "demo: sample data stays marked as such; start with your own data in Settings instead",
  );
}

/** Publishes the next version of the configuration, the brand guide, the company's data or the daily report. It holds for runs that begin later. */
export const publishSettings = publishing("settings.write", ["configuration", "brand", "company", "report"]);

/** Publishes the next version of the guardrail policy. Messages that wait are checked against it when they are claimed. */
export const publishPolicy = publishing("policy.write", ["policy"]);

/** Publishes the next version of the targets. The figures are held against them from then on, whatever their period. */
export const publishTargets = publishing("targets.write", ["targets"]);
