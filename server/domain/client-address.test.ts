import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

test.each([
  { peer: "203.0.113.7", said: null, proxies: 0, is: "203.0.113.7", because: "nothing in front" },
  {
    peer: "203.0.113.7",
    said: "1.2.3.4",
    proxies: 0,
    is: "203.0.113.7",
    because: "a client can't name itself",
  },
  { peer: "10.0.0.2", said: "203.0.113.7", proxies: 1, is: "203.0.113.7", because: "our proxy wrote it" },
  {
    peer: "10.0.0.2",
    said: "9.9.9.9, 203.0.113.7",
    proxies: 1,
    is: "203.0.113.7",
    because: "the forged part is further left",
  },
  { peer: "10.0.0.2", said: "203.0.113.7, 10.0.0.3", proxies: 2, is: "203.0.113.7", because: "two proxies" },
  {
    peer: "203.0.113.7",
    said: null,
    proxies: 2,
    is: "203.0.113.7",
    because: "somebody came around the proxies",
  },
  { peer: null, said: "1.2.3.4", proxies: 0, is: "unknown", because: "an unknown peer is one bucket" },
  {
    peer: "::ffff:203.0.113.7",
    said: null,
    proxies: 0,
    is: "203.0.113.7",
    because: "IPv4 on an IPv6 socket",
  },
  {
    peer: "2001:db8:1:2:3:4:5:6",
    said: null,
    proxies: 0,
    is: "2001:db8:1:2::/64",
    because: "a subscriber's network",
  },
  {
    peer: "2001:0db8:0001:0002::99",
    said: null,
    proxies: 0,
    is: "2001:db8:1:2::/64",
    because: "the same network, shortened",
  },
  { peer: "::1", said: null, proxies: 0, is: "0:0:0:0::/64", because: "loopback" },
  { peer: "fe80::1%eth0", said: null, proxies: 0, is: "fe80:0:0:0::/64", because: "a zone index" },
])("$peer saying $said behind $proxies proxies is $is: $because", ({ peer, said, proxies, is }) => {
  expect(clientAddress(peer, said, proxies)).toBe(is);
});
