export const dynamic = "force-dynamic";

/** Where a request goes whose path is no text: Next would answer 500 (server/malformed-address.ts). */
const handler = (): Response =>
  new Response("The address is malformed: its percent-encoding is not UTF-8.", {
    status: 400,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

export {
  handler as DELETE,
  handler as GET,
  handler as HEAD,
  handler as OPTIONS,
  handler as PATCH,
  handler as POST,
  handler as PUT,
};
