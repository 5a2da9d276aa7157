-- What a person approved stays as it was hashed: only the approval and what leads to the row may change.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    REVOKE UPDATE ON "creatives", "tracked_links" FROM touchline_app;
    GRANT UPDATE (approved_at, approved_by, made_from, customer_id) ON "creatives" TO touchline_app;
  END IF;
END $$;
