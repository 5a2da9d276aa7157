-- The next version of a document while it is being written: one draft a document, shared by the team.
CREATE TABLE "setting_drafts" (
    "kind" TEXT NOT NULL,
    "based_on" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_drafts_pkey" PRIMARY KEY ("kind")
);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "setting_drafts" TO touchline_app;
  END IF;
END $$;
