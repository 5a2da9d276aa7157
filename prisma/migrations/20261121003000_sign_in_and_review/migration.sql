-- Sessions that began before are refused.
ALTER TABLE "users" ADD COLUMN "password_changed_at" TIMESTAMPTZ(3);

-- Who wrote the words that wait: four eyes need another person's.
ALTER TABLE "review_items" ADD COLUMN "edited_by" TEXT;

CREATE INDEX "review_items_assignee_state_idx" ON "review_items"("assignee", "state");
CREATE INDEX "audit_entries_actor_at_idx" ON "audit_entries"("actor", "at" DESC);

-- pg_temp is searched first unless it is named: a temporary table must not stand in for ours.
ALTER FUNCTION ensure_months(text, date[]) SET search_path = public, pg_temp;
