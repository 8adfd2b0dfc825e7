-- The image of a state that names thousands of actors. They are looked up in named_actor one by one,
-- along its index: as a join, the plan that was made while that table was small compares each actor with
-- all of them. And they are not gathered among the other columns first, only to be replaced: to gather a
-- long array takes time that grows with its square.
CREATE OR REPLACE FUNCTION audit.image(entity_name text, row_json jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET enable_seqscan = off AS $$
DECLARE
  result jsonb;
  digests jsonb;
BEGIN
  SELECT jsonb_object_agg(c, row_json -> c) INTO STRICT result
    FROM audit.entity e, unnest(e.columns) c
   WHERE e.name = entity_name AND NOT (e.name = 'toggle_state' AND c = 'actors');
  IF entity_name = 'toggle_state' THEN
    SELECT coalesce(jsonb_agg(f.digest ORDER BY f.digest COLLATE "C") FILTER (WHERE f.digest IS NOT NULL), '[]')
      INTO digests
      FROM jsonb_array_elements_text(row_json -> 'actors') AS a (actor),
           -- OFFSET keeps it one lookup each: it is told, sorted by and filtered by.
           LATERAL (SELECT (SELECT d.digest FROM public.named_actor d WHERE d.value = a.actor) OFFSET 0) AS f (digest);
    IF jsonb_array_length(digests) <> jsonb_array_length(row_json -> 'actors') THEN
      RAISE EXCEPTION 'an actor of the toggle is not in named_actor' USING ERRCODE = 'RC001';
    END IF;
    result := result || jsonb_build_object('actors', digests);
  ELSIF entity_name = 'freeze_window' THEN
    result := result || jsonb_build_object(
      'starts_at', to_char((row_json ->> 'starts_at')::timestamptz, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'ends_at', to_char((row_json ->> 'ends_at')::timestamptz, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
  END IF;
  RETURN result;
END
$$;
