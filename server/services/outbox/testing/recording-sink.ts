import { setTimeout as sleep } from "node:timers/promises";
import { messageIdIn, startScriptedSmtp } from "@/server/channels/testing/scripted-smtp";

type Faults = {
  /** uniform on [0, 1), seeded by the test */
  random: () => number;
  /** share of mails that are taken and then met with a broken connection */
  dropped: number;
  /** share of mails that are answered 451 the first time */
  putOff: number;
  /** how long the answer takes after a mail was taken, milliseconds */
  delayMs?: number;
};

export type RecordingSink = {
  url: string;
  /** the Message-ID of every mail that was taken, in order; those that were taken without an answer too */
  messageIds: string[];
  /** how many were taken without an answer */
  droppedCount: () => number;
  /** how many are taken and not answered yet: whoever sent them cannot know */
  unansweredCount: () => number;
  close(): Promise<void>;
};

/** A mail server that remembers what it took: the witness of a kill test. It fails now and then, as real ones do. */
export async function startRecordingSink({
  random,
  dropped,
  putOff,
  delayMs = 0,
}: Faults): Promise<RecordingSink> {
  const messageIds: string[] = [];
  const wasPutOff = new Set<string>();
  let drops = 0;
  let unanswered = 0;
  const server = await startScriptedSmtp({
    async content({ raw }) {
      const id = messageIdIn(raw);
      const draw = random();
      if (draw < putOff && !wasPutOff.has(id)) {
        wasPutOff.add(id);
        return "451 4.7.1 come back later";
      }
      messageIds.push(id);
      unanswered++;
      if (delayMs > 0) await sleep(delayMs);
      unanswered--;
      if (draw > 1 - dropped) {
        drops++;
        return "drop-taken";
      }
      return "250 2.0.0 taken";
    },
  });
  return {
    url: server.url,
    messageIds,
    droppedCount: () => drops,
    unansweredCount: () => unanswered,
    close: () => server.close(),
  };
}
