-- The Message-ID is written down with the first claim, so that it stays when the sender's domain changes.
ALTER TABLE "outbox" ADD COLUMN "message_id" TEXT;
-- What is claimed at this moment never had it written down; a stand-in lets it be settled.
UPDATE "outbox" SET "message_id" = "id" || '@unknown.invalid' WHERE "state" IN ('claimed', 'uncertain');
