-- Which call an event was rejected in.
ALTER TABLE "rejected_events" ADD COLUMN "type" TEXT;
