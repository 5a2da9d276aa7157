-- A changed body of a campaign that runs, until it is published as the next version. Every save gives it a new number.
CREATE TABLE "campaign_drafts" (
    "edition" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_drafts_pkey" PRIMARY KEY ("edition")
);
CREATE UNIQUE INDEX "campaign_drafts_campaign_id_key" ON "campaign_drafts"("campaign_id");

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "campaign_drafts" TO touchline_app;
    GRANT USAGE ON SEQUENCE "campaign_drafts_edition_seq" TO touchline_app;
  END IF;
END $$;
