-- Whatever the engine cannot do is tried again later, five times in all, and then put aside with the reason.
ALTER TABLE "engine"."events" ADD COLUMN "retry_at" timestamptz, DROP COLUMN "rejected";
ALTER TABLE "engine"."waits" ADD COLUMN "failures" smallint NOT NULL DEFAULT 0;
ALTER TABLE "engine"."debounces" ADD COLUMN "failures" smallint NOT NULL DEFAULT 0;
ALTER TABLE "engine"."crons" ADD COLUMN "failures" smallint NOT NULL DEFAULT 0;

-- A batch whose run could not be started takes no more events: the next event of its key opens another one.
ALTER TABLE "engine"."batches"
  ADD COLUMN "failures" smallint NOT NULL DEFAULT 0,
  -- The last event of a closed batch; 0 while it is open.
  ADD COLUMN "closed_by" bigint NOT NULL DEFAULT 0,
  DROP CONSTRAINT "batches_pkey",
  ADD PRIMARY KEY ("function_id", "key", "closed_by");

CREATE TABLE "engine"."dead_letters" (
  "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "kind" text NOT NULL CHECK ("kind" IN ('event', 'batch', 'debounce', 'cron', 'wait')),
  "function_id" text,
  "run_id" text,
  -- The event's name, the batch's or debounce's key, the schedule, the step that waits.
  "key" text NOT NULL,
  "event_ids" text[] NOT NULL,
  "reason" text NOT NULL,
  "given_up_at" timestamptz NOT NULL
);
CREATE INDEX "dead_letters_given_up_at" ON "engine"."dead_letters" ("given_up_at");

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, DELETE ON "engine"."dead_letters" TO touchline_app;
  END IF;
END
$$;
