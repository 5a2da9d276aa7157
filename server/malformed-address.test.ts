import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { redirectMalformedAddresses } from "./malformed-address";

const server = createServer((request, response) => response.end(request.url));
let origin = "";
beforeAll(async () => {
  redirectMalformedAddresses();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test.each([
  { target: "/u/%E0%A4%A" },
  { target: "/v1/%" },
  { target: "/customers/%ff" },
  { target: "/segments/a%2?x=1" },
])("$target reaches the server as an address that answers 400", async ({ target }) => {
  expect(await (await fetch(`${origin}${target}`)).text()).toBe("/api/malformed-address");
});

test.each([
  { target: "/u/%E0%A4%85" },
  { target: "/segments/rfm.at-risk" },
  { target: "/customers?search=100%" },
  { target: "/p/%25E0" },
])("$target stays as it is", async ({ target }) => {
  expect(await (await fetch(`${origin}${target}`)).text()).toBe(target);
});
