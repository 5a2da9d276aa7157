-- How far measuring has read. A row that was still being written last time is read the time after next at the latest.
CREATE TABLE "measure_marks" (
    "name" TEXT NOT NULL,
    "before_id" BIGINT NOT NULL,
    "last_id" BIGINT NOT NULL,

    CONSTRAINT "measure_marks_pkey" PRIMARY KEY ("name")
);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "measure_marks" TO touchline_app;
  END IF;
END $$;
