-- When two customers were first seen to be one, and whose an event was before: a merge that turns out wrong can be undone.
ALTER TABLE "customers" ADD COLUMN "merged_at" TIMESTAMPTZ(3);
ALTER TABLE "events" ADD COLUMN "origin" INTEGER;

-- Only the few that were merged.
CREATE INDEX "customers_merged_into_idx" ON "customers"("merged_into") WHERE "merged_into" IS NOT NULL;
