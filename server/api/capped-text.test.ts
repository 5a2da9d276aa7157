import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SECOND_MS } from "@/server/domain/time";
import { cappedText } from "./capped-text";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A request whose body comes when the test says so. */
function opened() {
  let source: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      source = controller;
    },
    cancel() {
      isCancelled = true;
    },
  });
  const request = new Request("http://h/", { method: "POST", body, duplex: "half" } as RequestInit);
  return {
    request,
    send: (bytes: string | Uint8Array) => source?.enqueue(Buffer.from(bytes)),
    end: () => source?.close(),
    isCancelled: () => isCancelled,
  };
}

test("a body in pieces is read whole, letters that lie across two pieces included", async () => {
  const { request, send, end } = opened();
  const text = cappedText(request, 100);
  const letters = Buffer.from("a€");
  send(letters.subarray(0, 2));
  send(letters.subarray(2));
  end();
  expect(await text).toBe("a€");
  expect(await cappedText(new Request("http://h/", { method: "POST" }), 100)).toBe("");
  expect(vi.getTimerCount()).toBe(0);
});

test("a body that never ends is given up after ten seconds, however busily it comes", async () => {
  const { request, send, isCancelled } = opened();
  const text = cappedText(request, 100);
  for (let second = 0; second < 9; second++) {
    send("x");
    await vi.advanceTimersByTimeAsync(SECOND_MS);
  }
  expect(isCancelled()).toBe(false);
  await vi.advanceTimersByTimeAsync(SECOND_MS);
  expect(await text).toEqual({ status: 408, reason: "send it within 10 seconds" });
  expect(isCancelled()).toBe(true);
});

test("no more is read than may be", async () => {
  const { request, send, isCancelled } = opened();
  const text = cappedText(request, 3);
  send("abcd");
  expect(await text).toEqual({ status: 413, reason: "send at most 3 bytes" });
  expect(isCancelled()).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("a connection that breaks is an error, not an empty body", async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.error(new Error("gone")),
  });
  const request = new Request("http://h/", { method: "POST", body, duplex: "half" } as RequestInit);
  await expect(cappedText(request, 100)).rejects.toThrow("gone");
  expect(vi.getTimerCount()).toBe(0);
});
