-- The outbox by when its messages are due, were settled, or stand in a state that few of them reach. A run writes a
-- hundred thousand rows at once that wait and are not settled: only the first of these indexes has a place for them.
CREATE INDEX "outbox_not_before_id_idx" ON "outbox"("not_before", "id");
CREATE INDEX "outbox_settled_idx" ON "outbox"("settled_at", "id") WHERE "settled_at" IS NOT NULL;
CREATE INDEX "outbox_apart_idx" ON "outbox"("state", "id") WHERE "state" IN ('claimed', 'uncertain', 'refused', 'cancelled');
DROP INDEX "outbox_uncertain_idx";

-- What is held by when it must be decided, and what is decided by when it was: an item is in one of them.
CREATE INDEX "review_items_held_due_idx" ON "review_items"("due_at", "id") WHERE "state" = 'held';
CREATE INDEX "review_items_decided_idx" ON "review_items"("decided_at", "id") WHERE "decided_at" IS NOT NULL;
DROP INDEX "review_items_decided_at_idx";

CREATE INDEX "runs_campaign_id_id_idx" ON "runs"("campaign_id", "id");

-- The audit is listed by its place in the chain; an action is found by how it begins in any locale.
CREATE INDEX "audit_entries_actor_block_n_idx" ON "audit_entries"("actor", "block", "n");
DROP INDEX "audit_entries_actor_at_idx";
CREATE INDEX "audit_entries_action_block_n_idx" ON "audit_entries"("action" COLLATE "C", "block", "n");
