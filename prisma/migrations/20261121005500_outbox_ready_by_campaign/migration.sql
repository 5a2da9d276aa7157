-- A claim reads the due messages of each live campaign, so that a paused one with many costs nothing.
DROP INDEX "outbox_due_idx";
CREATE INDEX "outbox_ready_idx" ON "outbox"("campaign_id", "not_before", "id") WHERE "state" = 'ready';
