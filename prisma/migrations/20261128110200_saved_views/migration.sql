-- A list as somebody left it: filters, sort and columns under a name.
CREATE TABLE "saved_views" (
    "id" SERIAL NOT NULL,
    "list" TEXT NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_views_list_owner_id_name_key" ON "saved_views"("list", "owner_id", "name");

-- The view that a person's list opens with.
CREATE TABLE "default_views" (
    "user_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "view_id" INTEGER NOT NULL,

    CONSTRAINT "default_views_pkey" PRIMARY KEY ("user_id","list")
);
CREATE INDEX "default_views_view_id_idx" ON "default_views"("view_id");

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_views", "default_views" TO touchline_app;
    GRANT USAGE ON SEQUENCE "saved_views_id_seq" TO touchline_app;
  END IF;
END $$;
