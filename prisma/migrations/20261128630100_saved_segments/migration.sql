-- The rules of an audience under a name, for the whole team.
CREATE TABLE "saved_segments" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_segments_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_segments_name_key" ON "saved_segments"("name");

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_segments" TO touchline_app;
    GRANT USAGE ON SEQUENCE "saved_segments_id_seq" TO touchline_app;
  END IF;
END $$;
