-- The newest consent and the newest segment of each customer are read from the index alone, for a hundred thousand at once.
CREATE INDEX "consents_customer_id_purpose_channel_at_id_state_idx" ON "consents"("customer_id", "purpose", "channel", "at" DESC, "id" DESC, "state");
DROP INDEX "consents_customer_id_purpose_channel_at_idx";
CREATE INDEX "decisions_customer_id_at_segment_idx" ON "decisions"("customer_id", "at", "segment");
DROP INDEX "decisions_customer_id_at_idx";
