-- State of the embedded Inngest engine (server/engine). Nothing outside the engine reads or writes it.
-- JSON columns are "json" and not "jsonb": the text is kept byte for byte, so that a signed call can be
-- assembled from it without parsing.

CREATE SCHEMA "engine";

CREATE TABLE "engine"."functions" (
  "id" text PRIMARY KEY,
  "app_id" text NOT NULL,
  "config" json NOT NULL,
  "registered_at" timestamptz NOT NULL,
  "retired_at" timestamptz
);

CREATE TABLE "engine"."events" (
  "seq" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "id" text NOT NULL UNIQUE,
  "name" text NOT NULL,
  -- The id that the sender chose; deduplicates per function for 24 hours.
  "sender_id" text,
  "body" json NOT NULL,
  "starts_at" timestamptz NOT NULL,
  "received_at" timestamptz NOT NULL,
  "dispatched_at" timestamptz,
  "failures" smallint NOT NULL DEFAULT 0,
  "rejected" text
);
CREATE INDEX "events_undispatched" ON "engine"."events" ("seq") WHERE "dispatched_at" IS NULL;
CREATE INDEX "events_received_at" ON "engine"."events" ("received_at");

CREATE TABLE "engine"."runs" (
  "id" text PRIMARY KEY,
  "function_id" text NOT NULL,
  "status" text NOT NULL DEFAULT 'running' CHECK ("status" IN ('running', 'completed', 'failed', 'cancelled')),
  "event_ids" text[] NOT NULL,
  "event" json NOT NULL,
  "events" json NOT NULL,
  "slots" text[] NOT NULL,
  -- The protocol version that the SDK chose at the first call; -1 before.
  "protocol_version" int NOT NULL DEFAULT -1,
  "singleton_key" text,
  "parent_run_id" text,
  "parent_step_id" text,
  "output" json,
  "created_at" timestamptz NOT NULL,
  "ended_at" timestamptz
);
CREATE INDEX "runs_running" ON "engine"."runs" ("function_id", "singleton_key") WHERE "status" = 'running';
CREATE INDEX "runs_ended_at" ON "engine"."runs" ("ended_at") WHERE "ended_at" IS NOT NULL;
CREATE INDEX "runs_event_ids" ON "engine"."runs" USING gin ("event_ids");

-- A step that was planned has no memo yet. A memo is written once.
CREATE TABLE "engine"."steps" (
  "run_id" text NOT NULL REFERENCES "engine"."runs" ("id") ON DELETE CASCADE,
  "step_id" text NOT NULL,
  "op" text NOT NULL,
  "name" text NOT NULL,
  -- A step of a race lets its run go on before the other pending steps have finished.
  "race" boolean NOT NULL DEFAULT false,
  "memo" json,
  "position" int,
  "finished_at" timestamptz,
  PRIMARY KEY ("run_id", "step_id")
);

-- Calls that are due to be made. A leased one is being made by the engine instance named in "lease".
CREATE TABLE "engine"."queue" (
  "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "run_id" text NOT NULL REFERENCES "engine"."runs" ("id") ON DELETE CASCADE,
  "function_id" text NOT NULL,
  "step_id" text NOT NULL,
  "attempt" int NOT NULL DEFAULT 0,
  -- Times in a row that the app was not there; these are no attempts.
  "misses" int NOT NULL DEFAULT 0,
  "plan_only" boolean NOT NULL DEFAULT false,
  "due_at" timestamptz NOT NULL,
  "slots" text[] NOT NULL,
  "lease" text
);
CREATE INDEX "queue_due" ON "engine"."queue" ("function_id", "due_at", "id") WHERE "lease" IS NULL;
CREATE INDEX "queue_leased" ON "engine"."queue" ("lease") WHERE "lease" IS NOT NULL;
CREATE INDEX "queue_run" ON "engine"."queue" ("run_id");

-- Whatever a run waits for without holding a slot: time, an event, an invoked run, its cancellation, its deadlines.
CREATE TABLE "engine"."waits" (
  "run_id" text NOT NULL REFERENCES "engine"."runs" ("id") ON DELETE CASCADE,
  "step_id" text NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('sleep', 'event', 'invoke', 'cancel', 'start', 'finish')),
  "event_name" text,
  "expression" text,
  -- "<path>=<value>" where the expression is one equality, so that an event finds its waits by index.
  "match_key" text,
  "due_at" timestamptz,
  PRIMARY KEY ("run_id", "step_id")
);
CREATE INDEX "waits_due" ON "engine"."waits" ("due_at") WHERE "due_at" IS NOT NULL;
CREATE INDEX "waits_event" ON "engine"."waits" ("event_name", "match_key") WHERE "event_name" IS NOT NULL;

-- The paths by which waits for an event name are keyed.
CREATE TABLE "engine"."match_paths" (
  "event_name" text NOT NULL,
  "path" text NOT NULL,
  PRIMARY KEY ("event_name", "path")
);

CREATE TABLE "engine"."batches" (
  "function_id" text NOT NULL,
  "key" text NOT NULL,
  "event_seqs" bigint[] NOT NULL,
  "due_at" timestamptz NOT NULL,
  PRIMARY KEY ("function_id", "key")
);
CREATE INDEX "batches_due" ON "engine"."batches" ("due_at");

CREATE TABLE "engine"."debounces" (
  "function_id" text NOT NULL,
  "key" text NOT NULL,
  "event_seq" bigint NOT NULL,
  "due_at" timestamptz NOT NULL,
  "latest_at" timestamptz,
  PRIMARY KEY ("function_id", "key")
);
CREATE INDEX "debounces_due" ON "engine"."debounces" ("due_at");

-- Starts inside a rolling period: idempotency, event ids, rate limits and throttles.
CREATE TABLE "engine"."starts" (
  "function_id" text NOT NULL,
  "key" text NOT NULL,
  "at" timestamptz[] NOT NULL,
  "expires_at" timestamptz NOT NULL,
  PRIMARY KEY ("function_id", "key")
);
CREATE INDEX "starts_expires_at" ON "engine"."starts" ("expires_at");

CREATE TABLE "engine"."crons" (
  "function_id" text NOT NULL,
  "cron" text NOT NULL,
  "next_at" timestamptz NOT NULL,
  PRIMARY KEY ("function_id", "cron")
);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT USAGE ON SCHEMA "engine" TO touchline_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "engine" TO touchline_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "engine" TO touchline_app;
  END IF;
END
$$;
