-- What is the same for all chunks of a run, fixed before the first.
ALTER TABLE "runs" ADD COLUMN "plan" JSONB;

-- What a creative was made from: an unchanged brief finds its words again, with their approval.
ALTER TABLE "creatives" ADD COLUMN "made_from" BYTEA;
CREATE INDEX "creatives_campaign_id_made_from_idx" ON "creatives"("campaign_id", "made_from");
