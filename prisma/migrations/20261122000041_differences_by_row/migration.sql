-- Where the tables stand otherwise than the log says, by rows and not by entries: each row's newest
-- step is one look into the index of steps, and the rows that the log knows are found by going from
-- one to the next in it. However long the log is, this takes as long as there are rows, and keeps none.
SET ROLE rollcall_audit_owner;

CREATE OR REPLACE FUNCTION audit.differences() RETURNS TABLE (entity text, entity_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  table_name text;
BEGIN
  FOR table_name IN SELECT e.name FROM audit.entity e ORDER BY e.name LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %1$L::text, t.id
         FROM public.%1$I t
         LEFT JOIN LATERAL (SELECT s.version FROM audit.step s
                             WHERE s.entity = %1$L AND s.entity_id = t.id
                             ORDER BY s.seq DESC LIMIT 1) told ON true
         LEFT JOIN LATERAL (SELECT c.after FROM audit.change c
                             WHERE c.entity = %1$L AND c.entity_id = t.id AND c.version = told.version
                             LIMIT 1) kept ON true
        WHERE t.version IS DISTINCT FROM told.version
           OR kept.after IS DISTINCT FROM audit.image(%1$L, to_jsonb(t))
        UNION ALL
       SELECT %1$L::text, told.entity_id
         FROM (WITH RECURSIVE known AS (
                 (SELECT s.entity_id FROM audit.step s WHERE s.entity = %1$L
                   ORDER BY s.entity_id LIMIT 1)
                 UNION ALL
                 SELECT (SELECT s.entity_id FROM audit.step s
                          WHERE s.entity = %1$L AND s.entity_id > k.entity_id
                          ORDER BY s.entity_id LIMIT 1)
                   FROM known k WHERE k.entity_id IS NOT NULL)
               SELECT k.entity_id FROM known k WHERE k.entity_id IS NOT NULL) told
        WHERE NOT EXISTS (SELECT FROM public.%1$I t WHERE t.id = told.entity_id)', table_name);
  END LOOP;
END
$$;

RESET ROLE;
