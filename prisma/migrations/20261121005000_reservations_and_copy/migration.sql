-- The words of a piece before layout: an edit begins from them.
ALTER TABLE "creatives" ADD COLUMN "copy" JSONB;

-- What claims have taken of a hard limit, and what each of them took.
ALTER TABLE "outbox" ADD COLUMN "reserved_minor" DECIMAL(16,4) NOT NULL DEFAULT 0;
CREATE TABLE "reservations" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "used" DECIMAL(20,4) NOT NULL DEFAULT 0,

    CONSTRAINT "reservations_pkey" PRIMARY KEY ("kind", "key")
);
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_used" CHECK ("used" >= 0);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "reservations" TO touchline_app;
  END IF;
END $$;
