-- What the segmentors found on one day, of the whole company.
CREATE TABLE "segment_counts" (
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "configuration_version" INTEGER NOT NULL,
    "customers" INTEGER NOT NULL,
    "population" JSONB NOT NULL,

    CONSTRAINT "segment_counts_pkey" PRIMARY KEY ("day")
);

CREATE TABLE "segment_days" (
    "day" DATE NOT NULL,
    "segmentation" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "customers" INTEGER NOT NULL,
    "spend_minor" BIGINT NOT NULL,
    "sample" INTEGER[],

    CONSTRAINT "segment_days_pkey" PRIMARY KEY ("day", "segmentation", "segment")
);

CREATE TABLE "segment_moves" (
    "day" DATE NOT NULL,
    "segmentation" TEXT NOT NULL,
    "from_segment" TEXT NOT NULL,
    "to_segment" TEXT NOT NULL,
    "customers" INTEGER NOT NULL,

    CONSTRAINT "segment_moves_pkey" PRIMARY KEY ("day", "segmentation", "from_segment", "to_segment")
);

CREATE TABLE "segment_overlaps" (
    "one" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "customers" INTEGER NOT NULL,

    CONSTRAINT "segment_overlaps_pkey" PRIMARY KEY ("one", "other")
);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE
      ON "segment_counts", "segment_days", "segment_moves", "segment_overlaps" TO touchline_app;
  END IF;
END $$;
