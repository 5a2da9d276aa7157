-- A stop closes a campaign's held items; the list of campaigns counts them.
CREATE INDEX "review_items_campaign_id_state_idx" ON "review_items"("campaign_id", "state");
