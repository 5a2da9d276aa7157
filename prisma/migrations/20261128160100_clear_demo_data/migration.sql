-- Takes a demo company's data away, all but the audit chain and one account, so that a company can begin with its own.
-- The app's role owns nothing and may not delete decisions: it may call this, which refuses wherever the company in
-- force is not a demo. Numbers go on where they were, so that none in the audit ever names somebody else.
CREATE FUNCTION clear_demo_data(keep_user integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  emptied text;
BEGIN
  LOCK TABLE setting_versions IN ACCESS EXCLUSIVE MODE;
  IF NOT coalesce((SELECT (body ->> 'demo')::boolean FROM setting_versions WHERE kind = 'company'
    ORDER BY version DESC LIMIT 1), false) THEN
    RAISE EXCEPTION 'the company in force is not a demo' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT string_agg(format('%I', c.relname), ', ' ORDER BY c.relname) INTO emptied
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relname NOT IN ('_prisma_migrations', 'audit_blocks', 'audit_entries', 'users', 'throttles');
  EXECUTE 'TRUNCATE TABLE ' || emptied;
  DELETE FROM users WHERE id <> keep_user;
END $$;

DO $$
BEGIN
  REVOKE ALL ON FUNCTION clear_demo_data(integer) FROM PUBLIC;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    GRANT EXECUTE ON FUNCTION clear_demo_data(integer) TO touchline_app;
  END IF;
END $$;
