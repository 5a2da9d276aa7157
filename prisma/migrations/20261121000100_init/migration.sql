-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "customers" (
    "id" SERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "country" CHAR(2),
    "time_zone" TEXT,
    "time_zone_source" TEXT,
    "language" TEXT,
    "vip" BOOLEAN NOT NULL DEFAULT false,
    "has_email" BOOLEAN NOT NULL DEFAULT false,
    "merged_into" INTEGER,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "customer_id" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "people_pkey" PRIMARY KEY ("customer_id")
);

-- CreateTable
CREATE TABLE "person_keys" (
    "customer_id" INTEGER NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "person_keys_pkey" PRIMARY KEY ("customer_id")
);

-- CreateTable
CREATE TABLE "identities" (
    "kind" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "customer_id" INTEGER NOT NULL,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("kind","hash")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" BIGSERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "text_version" TEXT,
    "actor" TEXT NOT NULL,
    "ref" TEXT NOT NULL,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppressions" (
    "kind" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "customer_id" INTEGER,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("kind","hash")
);

-- CreateTable
CREATE TABLE "products" (
    "id" SERIAL NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT,
    "price_minor" BIGINT,
    "cost_minor" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "stock" INTEGER,
    "url" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" BIGSERIAL NOT NULL,
    "ref" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "cost_minor" BIGINT,
    "discount_minor" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "offer_code" TEXT,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_lines" (
    "order_id" BIGINT NOT NULL,
    "sku" TEXT NOT NULL,
    "price_minor" BIGINT NOT NULL,
    "occurrence" SMALLINT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "total_minor" BIGINT NOT NULL,

    CONSTRAINT "order_lines_pkey" PRIMARY KEY ("order_id","sku","price_minor","quantity","occurrence")
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" SERIAL NOT NULL,
    "ref" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "sealed" BYTEA,

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ad_spend" (
    "day" DATE NOT NULL,
    "channel" TEXT NOT NULL,
    "campaign" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "ad_spend_pkey" PRIMARY KEY ("day","channel","campaign")
);

-- CreateTable
CREATE TABLE "events" (
    "key" UUID NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "properties" JSONB,

    CONSTRAINT "events_pkey" PRIMARY KEY ("at","key")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "event_keys" (
    "key" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_keys_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rejected_events" (
    "id" BIGSERIAL NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "write_key_id" INTEGER,
    "message_id" TEXT,
    "field" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "rejected_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "write_keys" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "write_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttles" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting_versions" (
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_versions_pkey" PRIMARY KEY ("kind","version")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "holdout_share" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "first_sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_versions" (
    "campaign_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_versions_pkey" PRIMARY KEY ("campaign_id","version")
);

-- CreateTable
CREATE TABLE "creatives" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "campaign_version" INTEGER NOT NULL,
    "segment" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "offer_id" TEXT,
    "channel" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "preheader" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "slots" JSONB NOT NULL,
    "brand_version" INTEGER NOT NULL,
    "creative_hash" BYTEA NOT NULL,
    "customer_id" INTEGER,
    "written_by" TEXT NOT NULL,
    "model" TEXT,
    "prompt_version" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,

    CONSTRAINT "creatives_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracked_links" (
    "creative_id" INTEGER NOT NULL,
    "n" SMALLINT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "tracked_links_pkey" PRIMARY KEY ("creative_id","n")
);

-- CreateTable
CREATE TABLE "model_calls" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "campaign_id" INTEGER,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "model_calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runs" (
    "id" SERIAL NOT NULL,
    "ref" TEXT NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "campaign_version" INTEGER NOT NULL,
    "configuration_version" INTEGER NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "brand_version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seed" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "chunks" INTEGER NOT NULL DEFAULT 0,
    "audience" INTEGER NOT NULL DEFAULT 0,
    "requested_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_audience" (
    "run_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,

    CONSTRAINT "run_audience_pkey" PRIMARY KEY ("run_id","chunk","customer_id")
);

-- CreateTable
CREATE TABLE "run_chunks" (
    "run_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB NOT NULL,
    "context" JSONB NOT NULL,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "run_chunks_pkey" PRIMARY KEY ("run_id","chunk")
);

-- CreateTable
CREATE TABLE "decisions" (
    "run_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "holdout" TEXT,
    "segmentor" TEXT,
    "segment" TEXT,
    "action" TEXT,
    "offer_id" TEXT,
    "channel" TEXT,
    "variant" TEXT,
    "creative_id" INTEGER,
    "propensity" DOUBLE PRECISION,
    "verdict" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "reasons" TEXT[],
    "send_at" TIMESTAMPTZ(3),

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("run_id","customer_id")
);

-- CreateTable
CREATE TABLE "decision_traces" (
    "run_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "trace" TEXT NOT NULL,

    CONSTRAINT "decision_traces_pkey" PRIMARY KEY ("run_id","customer_id")
);

-- CreateTable
CREATE TABLE "review_items" (
    "id" SERIAL NOT NULL,
    "run_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "creative_id" INTEGER NOT NULL,
    "creative_hash" BYTEA NOT NULL,
    "reasons" TEXT[],
    "risk" DOUBLE PRECISION NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "send_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "assignee" INTEGER,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "grace_until" TIMESTAMPTZ(3),
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "reason_code" TEXT,
    "note" TEXT,
    "milliseconds" INTEGER,

    CONSTRAINT "review_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "run_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "creative_id" INTEGER NOT NULL,
    "offer_id" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "attempt" SMALLINT NOT NULL DEFAULT 0,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "render_hash" BYTEA,
    "reasons" TEXT[],
    "response" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "touches" (
    "outbox_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "run_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "creative_id" INTEGER NOT NULL,
    "message_id" TEXT NOT NULL,
    "cost_minor" BIGINT NOT NULL,

    CONSTRAINT "touches_pkey" PRIMARY KEY ("at","outbox_id")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "outcomes" (
    "id" BIGSERIAL NOT NULL,
    "outbox_id" BIGINT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "bot" BOOLEAN NOT NULL DEFAULT false,
    "order_id" BIGINT,
    "value_minor" BIGINT NOT NULL DEFAULT 0,
    "detail" TEXT,
    "ref" TEXT NOT NULL,

    CONSTRAINT "outcomes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "touch_days" (
    "day" DATE NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "touches" INTEGER NOT NULL,
    "opens" INTEGER NOT NULL,
    "clicks" INTEGER NOT NULL,
    "conversions" INTEGER NOT NULL,
    "unsubscribes" INTEGER NOT NULL,
    "bounces" INTEGER NOT NULL,
    "complaints" INTEGER NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "cost_minor" BIGINT NOT NULL,

    CONSTRAINT "touch_days_pkey" PRIMARY KEY ("day","campaign_id","channel","variant")
);

-- CreateTable
CREATE TABLE "sandbox_mails" (
    "id" BIGSERIAL NOT NULL,
    "message_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "mail_from" TEXT NOT NULL,
    "rcpt_to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "raw" BYTEA NOT NULL,

    CONSTRAINT "sandbox_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "dry_run" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "summary" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rejections" (
    "import_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "import_rejections_pkey" PRIMARY KEY ("import_id","line","column")
);

-- CreateTable
CREATE TABLE "audit_blocks" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "run_id" INTEGER,
    "chunk" INTEGER,
    "leaves" INTEGER NOT NULL,
    "root" BYTEA NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "leaf_hashes" BYTEA NOT NULL,

    CONSTRAINT "audit_blocks_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "block" BIGINT NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("block","n")
);

-- CreateIndex
CREATE INDEX "customers_created_at_idx" ON "customers"("created_at");

-- CreateIndex
CREATE INDEX "identities_customer_id_idx" ON "identities"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "consents_ref_key" ON "consents"("ref");

-- CreateIndex
CREATE INDEX "consents_customer_id_purpose_channel_at_idx" ON "consents"("customer_id", "purpose", "channel", "at" DESC);

-- CreateIndex
CREATE INDEX "suppressions_customer_id_idx" ON "suppressions"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "products_sku_key" ON "products"("sku");

-- CreateIndex
CREATE INDEX "products_category_name_idx" ON "products"("category", "name");

-- CreateIndex
CREATE UNIQUE INDEX "orders_ref_key" ON "orders"("ref");

-- CreateIndex
CREATE INDEX "orders_customer_id_at_idx" ON "orders"("customer_id", "at");

-- CreateIndex
CREATE INDEX "orders_at_idx" ON "orders"("at");

-- CreateIndex
CREATE INDEX "order_lines_sku_idx" ON "order_lines"("sku");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_ref_key" ON "tickets"("ref");

-- CreateIndex
CREATE INDEX "tickets_customer_id_opened_at_idx" ON "tickets"("customer_id", "opened_at");

-- CreateIndex
CREATE INDEX "events_customer_id_at_idx" ON "events"("customer_id", "at");

-- CreateIndex
CREATE INDEX "event_keys_received_at_idx" ON "event_keys" USING BRIN ("received_at");

-- CreateIndex
CREATE INDEX "rejected_events_received_at_idx" ON "rejected_events"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "write_keys_hash_key" ON "write_keys"("hash");

-- CreateIndex
CREATE INDEX "campaigns_state_updated_at_idx" ON "campaigns"("state", "updated_at");

-- CreateIndex
CREATE INDEX "creatives_creative_hash_idx" ON "creatives"("creative_hash");

-- CreateIndex
CREATE INDEX "creatives_campaign_id_campaign_version_idx" ON "creatives"("campaign_id", "campaign_version");

-- CreateIndex
CREATE UNIQUE INDEX "creatives_piece_key" ON "creatives"("campaign_id", "campaign_version", "segment", "action", "offer_id", "channel", "variant", "language", "customer_id", "creative_hash") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "model_calls_at_idx" ON "model_calls"("at");

-- CreateIndex
CREATE UNIQUE INDEX "runs_ref_key" ON "runs"("ref");

-- CreateIndex
CREATE INDEX "runs_campaign_id_at_idx" ON "runs"("campaign_id", "at" DESC);

-- CreateIndex
CREATE INDEX "runs_at_idx" ON "runs"("at" DESC);

-- CreateIndex
CREATE INDEX "decisions_customer_id_at_idx" ON "decisions"("customer_id", "at");

-- CreateIndex
CREATE INDEX "decisions_campaign_id_at_idx" ON "decisions"("campaign_id", "at");

-- CreateIndex
CREATE INDEX "review_items_state_risk_due_at_id_idx" ON "review_items"("state", "risk" DESC, "due_at", "id");

-- CreateIndex
CREATE INDEX "review_items_state_creative_hash_idx" ON "review_items"("state", "creative_hash");

-- CreateIndex
CREATE INDEX "review_items_decided_at_idx" ON "review_items"("decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_items_run_id_customer_id_key" ON "review_items"("run_id", "customer_id");

-- CreateIndex
CREATE INDEX "outbox_customer_id_claimed_at_idx" ON "outbox"("customer_id", "claimed_at");

-- CreateIndex
CREATE INDEX "outbox_campaign_id_state_idx" ON "outbox"("campaign_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_run_id_customer_id_channel_key" ON "outbox"("run_id", "customer_id", "channel");

-- CreateIndex
CREATE INDEX "touches_customer_id_at_idx" ON "touches"("customer_id", "at");

-- CreateIndex
CREATE INDEX "touches_campaign_id_at_idx" ON "touches"("campaign_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "outcomes_ref_key" ON "outcomes"("ref");

-- CreateIndex
CREATE INDEX "outcomes_outbox_id_idx" ON "outcomes"("outbox_id");

-- CreateIndex
CREATE INDEX "outcomes_customer_id_at_idx" ON "outcomes"("customer_id", "at");

-- CreateIndex
CREATE INDEX "outcomes_campaign_id_at_idx" ON "outcomes"("campaign_id", "at");

-- CreateIndex
CREATE INDEX "sandbox_mails_received_at_idx" ON "sandbox_mails"("received_at" DESC);

-- CreateIndex
CREATE INDEX "sandbox_mails_message_id_idx" ON "sandbox_mails"("message_id");

-- CreateIndex
CREATE INDEX "imports_created_at_idx" ON "imports"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "audit_blocks_run_id_chunk_key" ON "audit_blocks"("run_id", "chunk");

-- CreateIndex
CREATE INDEX "audit_entries_entity_type_entity_id_idx" ON "audit_entries"("entity_type", "entity_id");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_action_at_idx" ON "audit_entries"("action", "at" DESC);


-- What Prisma's schema language cannot say.

-- Only rows that wait are in the index that claims them.
CREATE INDEX "outbox_due_idx" ON "outbox"("not_before", "id") WHERE "state" = 'ready';
CREATE INDEX "outbox_lease_idx" ON "outbox"("lease_until") WHERE "state" = 'claimed';
CREATE INDEX "outbox_uncertain_idx" ON "outbox"("id") WHERE "state" = 'uncertain';

-- lz4 where the server was built with it; the embedded one was not
DO $$
BEGIN
  ALTER TABLE "decision_traces" ALTER COLUMN "trace" SET COMPRESSION lz4;
  ALTER TABLE "run_chunks" ALTER COLUMN "context" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;

ALTER TABLE "consents" ADD CONSTRAINT "consents_state" CHECK ("state" IN ('granted', 'withdrawn'));
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_state" CHECK ("state" IN ('draft', 'live', 'paused', 'stopped', 'archived'));
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_holdout" CHECK ("holdout_share" >= 0 AND "holdout_share" < 1);
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_verdict" CHECK ("verdict" IN ('sent-on', 'held', 'blocked', 'skipped', 'holdout'));
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_state" CHECK ("state" IN ('held', 'approved', 'rejected', 'expired'));
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_state" CHECK ("state" IN ('ready', 'claimed', 'sent', 'uncertain', 'refused', 'cancelled'));

-- Months are made when the first row of a month comes. The app's role may call this but owns nothing.
CREATE FUNCTION ensure_months(parent text, months date[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  month date;
  part text;
BEGIN
  IF parent NOT IN ('events', 'touches') THEN
    RAISE EXCEPTION 'no partitioned table %', parent;
  END IF;
  FOREACH month IN ARRAY months LOOP
    month := date_trunc('month', month)::date;
    part := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
    IF to_regclass(part) IS NULL THEN
      PERFORM pg_advisory_xact_lock(hashtext('ensure_months'));
      EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
        part, parent, month::text || ' 00:00+00', (month + interval '1 month')::date::text || ' 00:00+00');
    END IF;
  END LOOP;
END $$;

-- What was decided and what was recorded stays as it is.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_blocks" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT USAGE ON SCHEMA public TO touchline_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO touchline_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO touchline_app;
    REVOKE UPDATE, DELETE, TRUNCATE ON "audit_blocks", "audit_entries", "decisions", "decision_traces", "consents" FROM touchline_app;
    REVOKE ALL ON FUNCTION ensure_months(text, date[]) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ensure_months(text, date[]) TO touchline_app;
  END IF;
END $$;
