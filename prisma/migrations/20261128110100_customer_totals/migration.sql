-- What each customer bought in all, so that lists of any length are sorted and paged by it along an index.
CREATE TABLE "customer_totals" (
    "customer_id" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "spend_minor" BIGINT NOT NULL DEFAULT 0,
    "last_order_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_totals_pkey" PRIMARY KEY ("customer_id")
);
CREATE INDEX "customer_totals_orders_customer_id_idx" ON "customer_totals"("orders", "customer_id");
CREATE INDEX "customer_totals_spend_minor_customer_id_idx" ON "customer_totals"("spend_minor", "customer_id");
-- who never bought stands before everybody who did
CREATE INDEX "customer_totals_last_order_idx" ON "customer_totals"(coalesce("last_order_at", TIMESTAMPTZ '1970-01-01 00:00:00+00'), "customer_id");

-- A file brings thousands of customers at one instant.
DROP INDEX "customers_created_at_idx";
CREATE INDEX "customers_created_at_id_idx" ON "customers"("created_at", "id");

-- Amounts in another currency are no part of what somebody spent in the company's.
CREATE FUNCTION company_currency() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT body ->> 'currency' FROM setting_versions WHERE kind = 'company' ORDER BY version DESC LIMIT 1), 'USD')
$$;

-- The rows are locked in one order before the orders are read: of two writers the second counts what the first has written.
CREATE FUNCTION refresh_customer_totals(ids int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  money text := company_currency();
BEGIN
  PERFORM 1 FROM customer_totals WHERE customer_id = ANY(ids) ORDER BY customer_id FOR UPDATE;
  UPDATE customer_totals t SET orders = s.n, spend_minor = s.spend, last_order_at = s.last_at
  FROM (
    SELECT i AS id, count(o.id)::int AS n, coalesce(sum(o.revenue_minor) FILTER (WHERE o.currency = money), 0) AS spend,
      max(o.at) AS last_at
    FROM unnest(ids) AS i LEFT JOIN orders o ON o.customer_id = i GROUP BY i
  ) s
  WHERE t.customer_id = s.id AND (t.orders, t.spend_minor, t.last_order_at) IS DISTINCT FROM (s.n, s.spend, s.last_at);
END $$;

CREATE FUNCTION orders_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids int[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT customer_id) INTO ids FROM after_rows;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT customer_id) INTO ids FROM before_rows;
  ELSE
    SELECT array_agg(DISTINCT customer_id) INTO ids
    FROM (SELECT customer_id FROM before_rows UNION ALL SELECT customer_id FROM after_rows) touched;
  END IF;
  IF ids IS NOT NULL THEN
    PERFORM refresh_customer_totals(ids);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER totals_after_insert AFTER INSERT ON "orders" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION orders_changed();
CREATE TRIGGER totals_after_update AFTER UPDATE ON "orders" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION orders_changed();
CREATE TRIGGER totals_after_delete AFTER DELETE ON "orders" REFERENCING OLD TABLE AS before_rows
  FOR EACH STATEMENT EXECUTE FUNCTION orders_changed();

CREATE FUNCTION customers_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO customer_totals (customer_id) SELECT id FROM after_rows ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM customer_totals t USING before_rows b WHERE t.customer_id = b.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER totals_after_insert AFTER INSERT ON "customers" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION customers_changed();
CREATE TRIGGER totals_after_delete AFTER DELETE ON "customers" REFERENCING OLD TABLE AS before_rows
  FOR EACH STATEMENT EXECUTE FUNCTION customers_changed();

-- Where the company changes its currency, what was spent in the new one is counted.
CREATE FUNCTION company_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  earlier text := coalesce((
    SELECT body ->> 'currency' FROM setting_versions
    WHERE kind = 'company' AND version < NEW.version ORDER BY version DESC LIMIT 1), 'USD');
BEGIN
  IF company_currency() <> earlier THEN
    PERFORM refresh_customer_totals(array_agg(customer_id)) FROM customer_totals;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER totals_after_currency AFTER INSERT ON "setting_versions"
  FOR EACH ROW WHEN (NEW.kind = 'company') EXECUTE FUNCTION company_changed();

INSERT INTO customer_totals (customer_id) SELECT id FROM customers;
SELECT refresh_customer_totals(array_agg(customer_id)) FROM customer_totals HAVING count(*) > 0;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "customer_totals" TO touchline_app;
  END IF;
END $$;
