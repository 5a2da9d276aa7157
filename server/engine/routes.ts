import type http from "node:http";
import type { EngineContext } from "./context";
import { takeEvents } from "./events";
import { register } from "./register";
import { cancelByApi, runById, runsOfEvent } from "./runs-api";
import { isBearerOf, isSame } from "./sign";

export type Reply = { status: number; body: Record<string, unknown> };
type ApiRequest = {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  payload: unknown;
};

type Route = {
  methods: readonly string[];
  path: RegExp;
  /** `part` is the path's variable part: an event key, an id. */
  handle(engine: EngineContext, request: ApiRequest, part: string): Promise<Reply>;
};

const ROUTES: readonly Route[] = [
  { methods: ["POST"], path: /^\/e\/([^/]*)$/, handle: storeEvents },
  { methods: ["PUT", "POST"], path: /^\/fn\/register$/, handle: registerApp },
  {
    methods: ["GET"],
    path: /^\/v1\/events\/(\w+)\/runs$/,
    handle: async (engine, _, id) => ok({ data: await runsOfEvent(engine, id) }),
  },
  { methods: ["GET"], path: /^\/v1\/runs\/(\w+)$/, handle: showRun },
  { methods: ["DELETE"], path: /^\/v1\/runs\/(\w+)$/, handle: cancelRun },
];

/** The refusal for a caller without the right key; null when it may go on. The event API's key lies in its path. */
export function denied(engine: EngineContext, path: string, authorization: string | undefined): Reply | null {
  const eventKey = /^\/e\/([^/]*)$/.exec(path)?.[1];
  if (eventKey === undefined)
    return isBearerOf(authorization, engine.signingKey) ? null : refused(401, "the signing key is not ours");
  return isSame(eventKey, encodeURIComponent(engine.eventKey))
    ? null
    : refused(401, "the event key is not ours");
}

export async function route(engine: EngineContext, request: ApiRequest): Promise<Reply> {
  const there = ROUTES.filter((it) => it.path.test(request.path));
  const found = there.find((it) => it.methods.includes(request.method));
  if (found !== undefined) return found.handle(engine, request, found.path.exec(request.path)?.[1] ?? "");
  if (there.length === 0) return refused(404, `${request.path} is not known here`);
  return refused(405, `${request.path} takes ${there.flatMap((it) => it.methods).join(" or ")}`);
}

export function refused(status: number, message: string): Reply {
  return { status, body: { error: message, status } };
}

export function ok(body: Record<string, unknown>): Reply {
  return { status: 200, body };
}

async function storeEvents(engine: EngineContext, { headers, payload }: ApiRequest): Promise<Reply> {
  const seed = headers["x-inngest-event-id-seed"];
  const taken = await takeEvents(engine, payload, typeof seed === "string" ? seed : undefined);
  return "ids" in taken ? ok({ ids: taken.ids, status: 200 }) : refused(400, taken.refusal);
}

async function registerApp(engine: EngineContext, { payload }: ApiRequest): Promise<Reply> {
  const outcome = await register(engine, payload);
  if ("refusal" in outcome) return refused(400, outcome.refusal);
  return ok({ ok: true, status: 200, modified: outcome.modified });
}

async function showRun(engine: EngineContext, _: ApiRequest, id: string): Promise<Reply> {
  const run = await runById(engine, id);
  return run === null ? refused(404, "no such run") : ok({ data: run });
}

async function cancelRun(engine: EngineContext, _: ApiRequest, id: string): Promise<Reply> {
  return (await cancelByApi(engine, id)) ? ok({ status: 200 }) : refused(404, "no such run is running");
}
