-- Who wrote it, where a person did: shown beside the words.
ALTER TABLE "creatives" ADD COLUMN "author" TEXT;
