-- A message may cost less than a minor unit.
ALTER TABLE "touches" ALTER COLUMN "cost_minor" TYPE DECIMAL(14,4);
ALTER TABLE "touch_days" ALTER COLUMN "cost_minor" TYPE DECIMAL(18,4);
