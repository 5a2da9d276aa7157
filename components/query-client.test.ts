import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { makeQueryClient, refusalStatus } from "./query-client";

const answered = (httpStatus: number) =>
  TRPCClientError.from({ error: { code: -32000, message: "no", data: { httpStatus } } });

test("the status of a refusal is read, a lost connection has none", () => {
  expect(refusalStatus(answered(409))).toBe(409);
  expect(refusalStatus(TRPCClientError.from(new Error("fetch failed")))).toBeNull();
  expect(refusalStatus(new Error("a bug"))).toBeNull();
});

test.each([
  { error: answered(403), tries: 1 },
  { error: answered(503), tries: 3 },
  { error: new Error("fetch failed"), tries: 3 },
])("$error.message is asked $tries times", async ({ error, tries }) => {
  const seen: Error[] = [];
  const client = makeQueryClient((one) => seen.push(one));
  let asked = 0;
  const answer = client.fetchQuery({
    queryKey: ["x"],
    retryDelay: 1,
    // fetchQuery does not retry by itself; the client's rule is what is tested
    retry: client.getDefaultOptions().queries?.retry ?? false,
    queryFn: () => {
      asked += 1;
      throw error;
    },
  });
  await expect(answer).rejects.toBe(error);
  expect(asked).toBe(tries);
  expect(seen).toEqual([error]);
});
