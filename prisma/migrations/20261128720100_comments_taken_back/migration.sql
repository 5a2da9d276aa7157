-- What somebody said about a message can be taken back by themselves: the words go, that something was said stays.
ALTER TABLE "review_comments" ADD COLUMN "removed_at" TIMESTAMPTZ(3);

CREATE OR REPLACE TRIGGER announce AFTER INSERT OR UPDATE ON "review_comments"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_change('review');
