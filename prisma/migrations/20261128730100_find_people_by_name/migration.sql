-- What a person's name is found by: keyed hashes of its words and of how they begin. They lie beside the person's key, so
-- that whoever loses the key is not found either. Null: written before names were indexed, and soon made good by a job.
ALTER TABLE "person_keys" ADD COLUMN "names" BIGINT[];

CREATE INDEX "person_keys_names_idx" ON "person_keys" USING GIN ("names");

CREATE INDEX "person_keys_unnamed_idx" ON "person_keys"("customer_id") WHERE "names" IS NULL;
