/** Next calls it once, before the web process takes its first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next sets it while it builds, once per runtime
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { stampPeerAddress } = await import("@/server/peer-address");
  stampPeerAddress();
  const { redirectMalformedAddresses } = await import("@/server/malformed-address");
  redirectMalformedAddresses();
}
