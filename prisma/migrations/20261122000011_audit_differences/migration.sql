-- Where the tables stand otherwise than the log says: a row whose version or image is not that of its
-- newest entry, or that no entry tells, or that is gone. Nothing, as long as nobody went around.
SET ROLE rollcall_audit_owner;

CREATE FUNCTION audit.differences() RETURNS TABLE (entity text, entity_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  table_name text;
BEGIN
  FOR table_name IN SELECT e.name FROM audit.entity e ORDER BY e.name LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %1$L::text, coalesce(t.id, told.entity_id)
         FROM public.%1$I t
         FULL JOIN (SELECT DISTINCT ON (s.entity_id) s.entity_id, s.version
                      FROM audit.step s WHERE s.entity = %1$L
                     ORDER BY s.entity_id, s.seq DESC) told ON told.entity_id = t.id
         LEFT JOIN audit.change c
           ON c.entity = %1$L AND c.entity_id = told.entity_id AND c.version = told.version
        WHERE t.id IS NULL OR t.version IS DISTINCT FROM told.version
           OR c.after IS DISTINCT FROM audit.image(%1$L, to_jsonb(t))', table_name);
  END LOOP;
END
$$;

REVOKE ALL ON FUNCTION audit.differences() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.differences() TO rollcall_app;

RESET ROLE;
