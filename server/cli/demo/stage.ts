import { systemCaller } from "@/server/api/system-caller";
import { createEmailSender } from "@/server/channels/email";
import { ManualClock } from "@/server/clock";
import { HOUR_MS } from "@/server/domain/time";
import { rulesWriter } from "@/server/llm/rules-writer";
import { closePlatform, openPlatform } from "@/server/open-platform";
import { startSmtpSink } from "@/server/sandbox/smtp-sink";
import { unsubscribe } from "@/server/services/tracking/unsubscribe";
import { recordClick, recordOpen } from "@/server/services/tracking/visit";
import { keepMail } from "@/server/store/sandbox";
import { type Reaction, reactionsTo } from "./reader-of-mails";

const BROWSER = {
  "user-agent":
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
};

export type Stage = Awaited<ReturnType<typeof openStage>>;

/**
 * The product without its engine on a clock that is wound through the past: mails go into the sandbox, where made-up
 * people read them.
 */
export async function openStage(start: Date) {
  const clock = new ManualClock(start);
  const ahead: Reaction[] = [];
  const sink = await startSmtpSink({
    port: 0,
    keep: async (mail) => {
      await keepMail(platform.database.sql, clock.now(), mail);
      ahead.push(...reactionsTo(mail.raw, mail.to, clock.now()));
    },
  });
  const platform = openPlatform({
    clock,
    writer: rulesWriter, // a first start waits for no model
    emit: async () => undefined, // what the engine would do is done here, in the past
    senders: { email: createEmailSender({ url: `smtp://127.0.0.1:${sink.port}` }) },
  });
  const system = systemCaller(platform, "demo");
  const orders: { to: string; at: Date }[] = [];

  const react = async ({ kind, token, to, at }: Reaction) => {
    const request = { method: "GET", headers: BROWSER };
    if (kind === "order") orders.push({ to, at });
    if (kind === "open") await recordOpen(platform, token, request);
    if (kind === "click") await recordClick(platform, token, request);
    if (kind === "unsubscribe") await unsubscribe(platform, token, "one-click");
  };
  const nextReaction = () => ahead.sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  const waiting = async () => {
    const [row] = await platform.database.sql.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM outbox WHERE state = 'ready'",
    );
    return row?.n ?? 0;
  };

  const readUntil = async (until: Date) => {
    for (let next = nextReaction(); next !== undefined && next.at <= until; next = nextReaction()) {
      ahead.shift();
      if (next.at > clock.now()) clock.set(next.at);
      await react(next);
    }
  };
  /** Lets time pass until `to`: what is due leaves each hour, and readers read. */
  const windTo = async (to: Date) => {
    while (clock.now() < to) {
      const hour = (await waiting()) > 0 ? clock.now().getTime() + HOUR_MS : to.getTime();
      const until = new Date(Math.min(hour, to.getTime()));
      await readUntil(until);
      clock.set(until);
      await system.outbox.deliverDue({ limit: 1000 });
    }
  };
  const close = async () => {
    await closePlatform(platform);
    await sink.close();
  };
  return { clock, platform, system, orders, windTo, close };
}
