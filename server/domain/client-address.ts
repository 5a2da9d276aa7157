/**
 * The network address to hold an attempt against.
 *
 * `peer` is who opened the connection; `forwardedFor` is what the request says of itself and is believed only as far
 * as our own proxies wrote it: each of `trustedProxies` in front of us appends one address, so the client is that many
 * places from the right. An IPv6 client is counted by its /64, the least that a subscriber gets (RFC 6177 § 2).
 */
export function clientAddress(
  peer: string | null,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  const hops = (forwardedFor ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
  const chain = trustedProxies > 0 ? [...hops, ...(peer === null ? [] : [peer])] : [peer ?? "unknown"];
  const client = chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? "unknown";
  return network(client);
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(":")) return address.slice(0, 64);
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const left = groups(head);
  const right = groups(tail ?? "");
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return `${[...left, ...gap, ...right].slice(0, 4).join(":")}::/64`;
}

const groups = (part: string): string[] =>
  part === "" ? [] : part.split(":").map((group) => group.replace(/^0+(?=.)/, "").slice(0, 4));
