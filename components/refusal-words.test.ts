import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { refusalText, refusalWords } from "./refusal-words";

const refusal = (message: string, httpStatus: number) =>
  TRPCClientError.from({ error: { message, code: -32_000, data: { httpStatus, code: "CONFLICT" } } });

describe("refusalWords", () => {
  it.each([
    ["email: this address has an account already", "email", "This address has an account already."],
    ["paragraphs.0: say less", "paragraphs.0", "Say less."],
    ["the body does not match", null, "The body does not match."],
    ["id: its campaign is stopped; nothing leaves", "id", "Its campaign is stopped; nothing leaves."],
  ])("reads %s", (message, field, text) => {
    expect(refusalWords(refusal(message, 409))).toEqual({ field, text });
  });

  it("never words a missing answer as a refusal", () => {
    expect(refusalText(new TypeError("Failed to fetch"))).toMatch(/did not answer/);
  });
});
