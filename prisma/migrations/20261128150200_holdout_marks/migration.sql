-- Customers whom a person of the company keeps out of all campaigns. The newest mark of a customer is in force.
CREATE TABLE "holdout_marks" (
    "id" BIGSERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ref" TEXT NOT NULL,

    CONSTRAINT "holdout_marks_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "holdout_marks_ref_key" ON "holdout_marks"("ref");

CREATE INDEX "holdout_marks_customer_id_at_idx" ON "holdout_marks"("customer_id", "at" DESC);

ALTER TABLE "holdout_marks" ADD CONSTRAINT "holdout_marks_state" CHECK ("state" IN ('out', 'in'));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT ON "holdout_marks" TO touchline_app;
    GRANT USAGE ON SEQUENCE "holdout_marks_id_seq" TO touchline_app;
    -- what was said stays: who is let in again gets another mark
    REVOKE UPDATE, DELETE, TRUNCATE ON "holdout_marks" FROM touchline_app;
  END IF;
END $$;
