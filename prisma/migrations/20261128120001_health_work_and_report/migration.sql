-- Whether the console answered in a minute. A minute without a row, between the first and now, counts as not answered.
CREATE TABLE "health_samples" (
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "answered" BOOLEAN NOT NULL,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "health_samples_pkey" PRIMARY KEY ("minute")
);

-- Seconds in which a person was at work in an area of the console: never what they did or saw there.
CREATE TABLE "console_time" (
    "user_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "area" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "console_time_pkey" PRIMARY KEY ("user_id", "day", "area")
);
CREATE INDEX "console_time_day_idx" ON "console_time"("day");

-- The daily report, one row for each mail: its ref lets a retry find that it left already.
CREATE TABLE "report_sends" (
    "ref" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "recipient" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempt" SMALLINT NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "response" TEXT,

    CONSTRAINT "report_sends_pkey" PRIMARY KEY ("ref")
);
CREATE INDEX "report_sends_state_not_before_idx" ON "report_sends"("state", "not_before");
CREATE INDEX "report_sends_asked_at_idx" ON "report_sends"("asked_at" DESC);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "health_samples", "console_time", "report_sends" TO touchline_app;
  END IF;
END $$;
