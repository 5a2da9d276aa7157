import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What one call is answered with: a text in pieces, or a way to fail. */
export type ModelScript =
  | { text: string; pauseMs?: number }
  | { status: number; headers?: Record<string, string> }
  | { refusal: string }
  | "hang"
  | "hang-after-head"
  | "huge";

export type ScriptedModel = {
  /** to be given as the base URL */
  url: string;
  /** the bodies of the calls, in order */
  calls: { path: string; body: string; at: number }[];
  /** the next calls' answers; the last one stays */
  script(...steps: ModelScript[]): void;
  close(): Promise<void>;
};

/** An OpenAI-compatible endpoint on loopback, /v1/responses and /v1/chat/completions, streaming, that behaves as badly as told. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const calls: ScriptedModel["calls"] = [];
  let steps: ModelScript[] = [{ text: "{}" }];
  const server = createServer((request, response) => {
    readBody(request)
      .then((body) => {
        calls.push({ path: request.url ?? "", body, at: performance.now() });
        const step = steps.length > 1 ? steps.shift() : steps[0];
        return answer(request, response, step ?? "hang");
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    // listening on a port, not on a pipe
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    script(...next) {
      steps = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

async function answer(request: IncomingMessage, response: ServerResponse, step: ModelScript): Promise<void> {
  if (step === "hang") return;
  if (typeof step === "object" && "status" in step) {
    response.writeHead(step.status, { "content-type": "application/json", ...step.headers });
    response.end(JSON.stringify({ error: { message: "no", type: "error", code: null } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
  if (step === "hang-after-head") return;
  const wire = request.url?.endsWith("/responses") ? responsesWire(response) : chatWire(response);
  wire.begin();
  if (typeof step === "object" && "refusal" in step) wire.refuse(step.refusal);
  else await sayPieces(response, wire, step);
  wire.end();
}

const HUGE = { pieces: Array.from({ length: 400 }, () => "x".repeat(25_000)), pauseMs: 1 };

async function sayPieces(
  response: ServerResponse,
  wire: Wire,
  step: { text: string; pauseMs?: number } | "huge",
) {
  const { pieces, pauseMs = 0 } =
    step === "huge" ? HUGE : { pieces: step.text.match(/[\s\S]{1,24}/g) ?? [], pauseMs: step.pauseMs };
  for (const piece of pieces) {
    if (response.destroyed) return;
    wire.piece(piece);
    if (pauseMs > 0) await sleep(pauseMs);
  }
}

type Wire = { begin(): void; piece(text: string): void; refuse(text: string): void; end(): void };

function chatWire(response: ServerResponse): Wire {
  const say = (delta: object, finish: string | null = null, usage?: object) =>
    response.write(
      `data: ${JSON.stringify({ id: "c1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason: finish }], ...usage })}\n\n`,
    );
  return {
    begin: () => say({ role: "assistant", content: "" }),
    piece: (content) => say({ content }),
    refuse: (refusal) => say({ refusal }),
    end() {
      say({}, "stop", { usage: { prompt_tokens: 500, completion_tokens: 100, total_tokens: 600 } });
      response.end("data: [DONE]\n\n");
    },
  };
}

function responsesWire(response: ServerResponse): Wire {
  const say = (event: { type: string } & Record<string, unknown>) =>
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  const whole = (status: string) => ({
    id: "resp_1",
    object: "response",
    created_at: 1,
    status,
    model: "m",
    output: [],
    usage: {
      input_tokens: 500,
      output_tokens: 100,
      total_tokens: 600,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens_details: { reasoning_tokens: 0 },
    },
    error: null,
    incomplete_details: null,
  });
  const item = { type: "message", id: "msg_1", status: "in_progress", role: "assistant", content: [] };
  return {
    begin() {
      say({ type: "response.created", response: whole("in_progress") });
      say({ type: "response.output_item.added", output_index: 0, item });
    },
    piece: (delta) =>
      say({ type: "response.output_text.delta", item_id: "msg_1", output_index: 0, content_index: 0, delta }),
    refuse: (delta) =>
      say({ type: "response.refusal.delta", item_id: "msg_1", output_index: 0, content_index: 0, delta }),
    end() {
      say({ type: "response.output_item.done", output_index: 0, item: { ...item, status: "completed" } });
      say({ type: "response.completed", response: whole("completed") });
      response.end();
    },
  };
}
