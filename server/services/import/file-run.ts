import { type Context, nameOf } from "@/server/context";
import { appendEntries } from "@/server/store/audit";
import { holdIdentities } from "@/server/store/customers.sql";
import type { ImportSummary, Rejection } from "@/server/store/imports";
import { type Progress, reportProgress } from "@/server/store/imports-progress.sql";
import type { ImportSession } from "@/server/store/imports-session.sql";
import { UnreadableFile } from "@/server/store/intake-csv";
import type { Fault, Intake, PlacedFault } from "./kinds/contract";
import type { Table } from "./table";

const BATCH_ROWS = 5000;

class Cancelled extends Error {}

type Job = {
  ctx: Context;
  importId: number;
  /** as of when the file speaks, epoch milliseconds */
  atMs: number;
  dryRun: boolean;
  session: ImportSession;
  table: Table;
  intake: Intake;
  onProgress?: ((progress: Progress) => void) | undefined;
};

/** How a file ended: read to its end, cancelled by somebody, or unreadable from a line on. */
export type Ending = { state: "done" } | { state: "cancelled" } | { state: "failed"; error: string };

/**
 * Reads a file to its end in batches, each one transaction with its rows, its rejections and how far it came. A batch
 * that is there already changes nothing, so a run that was killed begins at the first row again.
 */
export class FileRun {
  readonly #job: Job;
  #rejections: Rejection[] = [];
  #progress: Progress = { bytesRead: 0, rows: 0, accepted: 0, rejected: 0, summary: {} };

  constructor(job: Job) {
    this.#job = job;
  }

  get progress(): Progress {
    return this.#progress;
  }

  async toTheEnd(): Promise<Ending> {
    const { table, intake, session } = this.#job;
    await session.batch((bulk) => intake.prepare(bulk));
    try {
      for await (const row of table.rows) {
        this.#take(row);
        if (intake.size() + this.#rejections.length < BATCH_ROWS) continue;
        await this.#flush();
      }
      await this.#flush();
      return { state: "done" };
    } catch (error) {
      if (error instanceof Cancelled) return { state: "cancelled" };
      if (!(error instanceof UnreadableFile)) throw error;
      this.#refuse(error.line, [{ field: "", reason: error.message }]);
      await this.#flush();
      return { state: "failed", error: `line ${error.line}: ${error.message}` };
    }
  }

  #take(row: { line: number; cells: string[] }): void {
    const { table, intake } = this.#job;
    this.#progress = { ...this.#progress, rows: this.#progress.rows + 1 };
    const cells = table.cellsOf(row);
    const faults = typeof cells === "function" ? intake.take(row.line, cells) : [cells];
    if (faults === null) this.#count({ counts: { "outside the chosen days": 1 } });
    else if (faults.length > 0) this.#refuse(row.line, faults);
  }

  #refuse(line: number, faults: readonly Fault[]): void {
    const { mapping } = this.#job.table;
    for (const { field, reason } of faults) {
      this.#rejections.push({ line, column: mapping[field] ?? field, reason });
    }
    this.#progress = { ...this.#progress, rejected: this.#progress.rejected + 1 };
    this.#count({ reasons: { [faults[0]?.reason ?? ""]: 1 } });
  }

  #count(more: ImportSummary): void {
    this.#progress = { ...this.#progress, summary: summed(this.#progress.summary, more) };
  }

  /** Writes what was gathered, or nothing of it where somebody cancelled the import. */
  async #flush(): Promise<void> {
    const { ctx, importId, dryRun, session, table, intake } = this.#job;
    const { platform, actor } = ctx;
    const before = { progress: this.#progress, rejections: this.#rejections };
    const size = intake.size();
    await session.batch(async (bulk) => {
      this.#progress = before.progress;
      this.#rejections = [...before.rejections];
      await holdIdentities(bulk.sql, "shared");
      if (dryRun) await bulk.sql.rows("SAVEPOINT trial");
      const written = await intake.write({
        bulk,
        vault: platform.vault,
        now: platform.clock.now(),
        importId,
        atMs: this.#job.atMs,
        actor: nameOf(actor),
      });
      if (dryRun) await bulk.sql.rows("ROLLBACK TO SAVEPOINT trial");
      const refused = byLine(written.faults);
      for (const [line, faults] of refused) this.#refuse(line, faults);
      this.#count({ counts: written.counts });
      const accepted = this.#progress.accepted + size - refused.size;
      this.#progress = { ...this.#progress, accepted, bytesRead: table.bytesRead() };
      if (!(await reportProgress(bulk.sql, importId, this.#progress, this.#rejections)))
        throw new Cancelled();
      // last, as the chain is locked from here to the commit
      if (!dryRun) await appendEntries(bulk.sql, platform.clock.now(), written.audit ?? []);
    });
    intake.clear();
    this.#rejections = [];
    this.#job.onProgress?.(this.#progress);
  }
}

function byLine(faults: readonly PlacedFault[]): Map<number, Fault[]> {
  const lines = new Map<number, Fault[]>();
  for (const { line, ...fault } of faults) lines.set(line, [...(lines.get(line) ?? []), fault]);
  return lines;
}

function summed(one: ImportSummary, other: ImportSummary): ImportSummary {
  const add = (a: Record<string, number> = {}, b: Record<string, number> = {}) => {
    const sum = { ...a };
    for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
    return sum;
  };
  return { counts: add(one.counts, other.counts), reasons: add(one.reasons, other.reasons) };
}
