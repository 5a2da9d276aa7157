import { serverCaller } from "@/server/auth";
import { configuration } from "@/server/domain/settings/configuration";

/** Offer id → what it is called now; offers that were taken out since are not in it. */
export async function offerTitles(): Promise<Record<string, string>> {
  const api = await serverCaller();
  const { body } = await api.settings.current({ kind: "configuration" });
  return Object.fromEntries(configuration.parse(body).offers.map(({ id, title }) => [id, title]));
}
