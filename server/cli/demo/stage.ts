import { systemCaller } from "@/server/api/system-caller";
import { createEmailSender } from "@/server/channels/email";
import { ManualClock } from "@/server/clock";
import { DAY_MS, HOUR_MS } from "@/server/domain/time";
import { env } from "@/server/env.mjs";
import { rulesWriter } from "@/server/llm/rules-writer";
import { closePlatform, openPlatform } from "@/server/open-platform";
import { startSmtpSink } from "@/server/sandbox/smtp-sink";
import { stopMarketing } from "@/server/services/tracking/unsubscribe";
import { openDatabase } from "@/server/store/database";
import { keepMail } from "@/server/store/sandbox";
import { insertOutcomes, type NewOutcome } from "@/server/store/touches.sql";
import { sendDue } from "./post";
import { type Arrived, type Reaction, reactionsTo, type Temper, temperAfter } from "./readers";

/** Mails of these last days lie in the sandbox inbox. */
const KEPT_DAYS = 3;
/** Mails leave in rounds so far apart. */
const ROUND_MS = 4 * HOUR_MS;
const ACTOR = "system:demo";

export type MailOrder = { to: string; at: Date; offer: Arrived["offer"] };
export type Stage = Awaited<ReturnType<typeof openStage>>;

/**
 * The product without its engine on a clock that is wound through the past: mails leave in rounds, and made-up people
 * read them.
 */
export async function openStage(start: Date, today: Date) {
  const clock = new ManualClock(start);
  const sink = await startSmtpSink({
    port: 0,
    keep: (mail) => keepMail(platform.database.sql, clock.now(), mail),
  });
  const platform = openPlatform({
    database: openDatabase(env.DATABASE_URL, 4, "quick"), // a start that is cut short makes the demo anew
    clock,
    writer: rulesWriter, // a first start waits for no model
    emit: async () => undefined, // what the engine would do is done here, in the past
    senders: { email: createEmailSender({ url: `smtp://127.0.0.1:${sink.port}` }) },
  });
  const { sql } = platform.database;
  /** how readers of a campaign's mails behave */
  const tempers = new Map<number, Temper>();
  const orders: MailOrder[] = [];
  const complaints: Arrived[] = [];
  let ahead: Reaction[] = [];

  const react = async ({ kind, at, mail }: Reaction) => {
    if (kind === "order") orders.push({ to: mail.to, at, offer: mail.offer });
    if (kind === "leave") await stopMarketing(platform, mail, "one-click");
    if (kind !== "complain") return;
    const { outboxId, customerId, campaignId } = mail;
    const about = { outboxId, customerId, campaignId, bot: false, detail: "feedback loop" };
    await insertOutcomes(sql, [{ ...about, kind: "complaint", ref: `complaint:${outboxId}` }], at);
    complaints.push(mail);
  };
  /** What readers did until then, in the order in which they did it. */
  const readUntil = async (until: Date) => {
    const due = ahead.filter(({ at }) => at <= until).sort((a, b) => a.at.getTime() - b.at.getTime());
    ahead = ahead.filter(({ at }) => at > until);
    const seen = due.flatMap((one): NewOutcome[] => (one.kind === "seen" ? [one.outcome] : []));
    await insertOutcomes(sql, seen, until);
    for (const one of due) {
      if (one.at > clock.now()) clock.set(one.at);
      await react(one);
    }
  };
  const nextRound = async (): Promise<number | null> => {
    const [row] = await sql.rows<{ at: number | null }>(
      `SELECT (extract(epoch FROM min(o.not_before)) * 1000)::float8 AS at
       FROM outbox o JOIN campaigns c ON c.id = o.campaign_id WHERE o.state = 'ready' AND c.state = 'live'`,
    );
    return row?.at ?? null;
  };
  const send = async (at: Date) => {
    const passed = (at.getTime() - start.getTime()) / (today.getTime() - start.getTime());
    const isKept = today.getTime() - at.getTime() < KEPT_DAYS * DAY_MS;
    for (const mail of await sendDue(platform, ACTOR, isKept)) {
      const temper = tempers.get(mail.campaignId);
      if (temper !== undefined) ahead.push(...reactionsTo(mail, at, temperAfter(passed, temper)));
    }
  };
  /** Lets time pass until `to`: what is due leaves in rounds, and readers read. */
  const windTo = async (to: Date) => {
    while (clock.now() < to) {
      const due = await nextRound();
      const round = due === null ? Infinity : Math.max(due, clock.now().getTime()) + ROUND_MS;
      const until = new Date(Math.min(round, to.getTime()));
      await readUntil(until);
      clock.set(until);
      if (due !== null && due <= until.getTime()) await send(until);
    }
  };
  const close = async () => {
    await closePlatform(platform);
    await sink.close();
  };
  const system = systemCaller(platform, "demo");
  return { clock, platform, system, tempers, orders, complaints, windTo, close };
}
