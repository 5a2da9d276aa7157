import { createEmailSender } from "@/server/channels/email";
import type { Context } from "@/server/context";
import { rulesWriter } from "@/server/llm/rules-writer";
import type { Platform } from "@/server/platform";
import { createRenderer } from "@/server/render/create-renderer";
import { openDatabase } from "@/server/store/database";
import { Vault } from "@/server/store/vault";
import { deliverDue } from "../deliver-due";
import { armFailpoints } from "../failpoint";
import { sendThenRecord } from "./send-then-record";

/** What the test hands the program as its one argument, in JSON. */
export type DeliverOrder = {
  databaseUrl: string;
  peopleKey: string;
  smtpUrl: string;
  renderScript: string;
  failpoints: string;
  /** the program's clock runs ahead by so much */
  aheadMs: number;
  /** sends first and records afterwards: what must not be done */
  sendThenRecord: boolean;
};

/** A worker that only delivers: it says "delivering" when it begins and ends when nothing is due. It is there to be killed. */
async function main(order: DeliverOrder): Promise<void> {
  if (order.failpoints !== "") armFailpoints(order.failpoints, () => process.kill(process.pid, "SIGKILL"));
  const platform: Platform = {
    database: openDatabase(order.databaseUrl, 3),
    vault: new Vault(order.peopleKey),
    clock: { now: () => new Date(Date.now() + order.aheadMs) },
    emit: async () => undefined,
    renderer: createRenderer({ threads: 1, script: order.renderScript }),
    senders: { email: createEmailSender({ url: order.smtpUrl }) },
    writer: rulesWriter,
    publicUrl: "https://touchline.example",
  };
  const system: Context = { actor: { kind: "system", job: "deliver-due" }, platform };
  process.stdout.write("delivering\n");
  const deliver = order.sendThenRecord
    ? async () => (await sendThenRecord(platform)) > 0
    : () => deliverOnce(system);
  while (await deliver());
  await platform.senders.email.close();
  await platform.renderer.close();
  await platform.database.close();
}

const deliverOnce = async (system: Context): Promise<boolean> =>
  (await deliverDue(system, { limit: 200 })).claimed > 0;

// the test wrote it
await main(JSON.parse(process.argv[2] ?? "{}") as DeliverOrder);
