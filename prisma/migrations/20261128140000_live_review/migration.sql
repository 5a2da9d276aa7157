-- What was approved together is taken back together.
ALTER TABLE "review_items" ADD COLUMN "batch_id" UUID;
CREATE INDEX "review_items_batch_id_idx" ON "review_items" ("batch_id");

-- What colleagues say about a message that waits.
CREATE TABLE "review_comments" (
    "id" SERIAL NOT NULL,
    "review_id" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "review_comments_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "review_comments_review_id_at_idx" ON "review_comments" ("review_id", "at");

-- Until when a person has seen the notices of one kind.
CREATE TABLE "notice_reads" (
    "user_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_reads_pkey" PRIMARY KEY ("user_id", "kind")
);

-- Screens that are open hear which part of the console changed. One announcement a statement, however many rows it
-- changed; PostgreSQL folds equal ones of a transaction into one and delivers them after the commit.
CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('touchline_changes', TG_ARGV[0]);
  RETURN NULL;
END $$;

CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON "review_items"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_change('review');
CREATE TRIGGER announce AFTER INSERT ON "review_comments"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_change('review');
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON "campaigns"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_change('campaign');
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON "runs"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_change('campaign');
CREATE TRIGGER announce AFTER INSERT ON "run_chunks"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_change('campaign');
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON "outbox"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_change('outbox');
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON "imports"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_change('import');

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "review_comments", "notice_reads" TO touchline_app;
    GRANT USAGE ON SEQUENCE "review_comments_id_seq" TO touchline_app;
  END IF;
END $$;
