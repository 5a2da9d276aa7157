-- A run that failed for good is put aside beside what the engine could not start. A person asks for it to be done again
-- or takes it away; the engine does what was asked.
ALTER TABLE "engine"."dead_letters"
  DROP CONSTRAINT "dead_letters_kind_check",
  ADD CONSTRAINT "dead_letters_kind_check" CHECK ("kind" IN ('event', 'batch', 'debounce', 'cron', 'wait', 'run')),
  ADD COLUMN "attempts" int NOT NULL DEFAULT 5,
  -- When somebody asked for another try; empty again where that try could not be begun.
  ADD COLUMN "retry_asked_at" timestamptz;
CREATE INDEX "dead_letters_asked" ON "engine"."dead_letters" ("id") WHERE "retry_asked_at" IS NOT NULL;

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT UPDATE ON "engine"."dead_letters" TO touchline_app;
  END IF;
END
$$;
