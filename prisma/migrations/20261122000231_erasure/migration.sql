-- Erasing a person: what they said leaves the database, its salted digest stays in the hashed bytes,
-- and the chain holds. Only whole texts go, only with an entry in the same transaction that tells it,
-- and only those of the person whom that entry names.

-- A text that is not there is null; one that was erased where null may not stand says so itself.
GRANT SELECT ON named_actor TO rollcall_audit_owner;
GRANT UPDATE (value) ON named_actor TO rollcall_audit_owner;
GRANT UPDATE (note, version) ON finding_acknowledgement, log_review TO rollcall_audit_owner;
GRANT UPDATE (note, given_by_name, version) ON sign_off TO rollcall_audit_owner;
GRANT UPDATE (reason, version) ON stage_waiver, freeze_window, schedule, delegation TO rollcall_audit_owner;
GRANT UPDATE (purpose, version) ON roll_call_terms TO rollcall_audit_owner;
GRANT UPDATE (note, version) ON roll_call, roll_call_prompt TO rollcall_audit_owner;
GRANT UPDATE (name, version) ON attendance, saved_view TO rollcall_audit_owner;
GRANT UPDATE (reason, review_note, version) ON override TO rollcall_audit_owner;
GRANT UPDATE (pause_reason, errors_note, note, version) ON stage_run TO rollcall_audit_owner;
GRANT UPDATE (errors_note, note, version) ON check_in TO rollcall_audit_owner;
GRANT UPDATE (reason, note, version) ON line_stop, guard_proposal TO rollcall_audit_owner;
GRANT UPDATE (title, link, note, version) ON incident TO rollcall_audit_owner;

SET ROLE rollcall_audit_owner;

-- History is not rewritten, but for texts that are taken out whole while a person is erased. The
-- columns that hold such texts are the trigger's arguments; require_erasure() sees to the entry.
CREATE FUNCTION audit.refuse_but_erasure() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  may_go text[] := TG_ARGV::text[] || 'version'::text;
  was jsonb;
  becomes jsonb;
BEGIN
  IF TG_OP = 'UPDATE' AND coalesce(current_setting('rollcall.erasing', true), '') <> '' THEN
    was := to_jsonb(OLD);
    becomes := to_jsonb(NEW);
    IF was - may_go = becomes - may_go AND NOT EXISTS (
      SELECT FROM unnest(TG_ARGV::text[]) c
       WHERE c <> 'words' AND becomes -> c NOT IN ('null', '"(erased)"', was -> c)
    ) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% on %.% is refused: rows here are never changed or removed', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'RC002';
END
$$;

-- The entries that tell what others recorded of a person: said in a roll call, or there at one.
CREATE FUNCTION audit.recorded_of(person uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.event_id FROM public.sign_off s
    JOIN audit.change c ON c.entity = 'sign_off' AND c.entity_id = s.id WHERE s.given_by_id = person
  UNION
  SELECT c.event_id FROM public.attendance a
    JOIN audit.change c ON c.entity = 'attendance' AND c.entity_id = a.id WHERE a.person_id = person
$$;

-- RC001: a text of the log was erased without an entry of this transaction that tells of its person.
CREATE FUNCTION audit.require_erasure() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  person text := current_setting('rollcall.erasing', true);
BEGIN
  IF NOT EXISTS (
    SELECT FROM audit.change c JOIN audit.event e ON e.id = c.event_id
     WHERE c.entity = 'person' AND c.entity_id::text = person AND e.xid = pg_current_xact_id()
       AND e.type = 'person.erased' AND e.payload::jsonb #>> '{data,person}' = person
  ) OR (NEW.event_id NOT IN (SELECT audit.recorded_of(person::uuid))
        AND NOT EXISTS (SELECT FROM audit.event e WHERE e.id = NEW.event_id AND e.actor_id = person)) THEN
    RAISE EXCEPTION 'text % of entry % was erased without an entry that tells it', NEW.field, NEW.event_id
      USING ERRCODE = 'RC001';
  END IF;
  RETURN NULL;
END
$$;

-- Takes out what a person said: beside the entries, in the words that entries are found by, and in
-- the tables. Gives the rows of audited tables that it touched, which the caller's entry must tell.
CREATE FUNCTION audit.erase_person(person uuid) RETURNS TABLE (entity text, entity_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one record;
BEGIN
  PERFORM set_config('rollcall.erasing', person::text, true);
  UPDATE audit.text t SET text = NULL
    FROM audit.listing l JOIN audit.chain c ON c.seq = l.seq
   WHERE l.actor_id = person::text AND t.event_id = c.event_id AND t.text IS NOT NULL;
  -- What another recorded of them: their name beside it.
  UPDATE audit.text t SET text = NULL
   WHERE t.field = 'given_by' AND t.text IS NOT NULL AND t.event_id IN (SELECT audit.recorded_of(person));
  UPDATE audit.listing l SET words = audit.words(e.payload::jsonb, e.id)
    FROM audit.chain c JOIN audit.event e ON e.id = c.event_id
   WHERE l.seq = c.seq AND l.actor_id = person::text;
  UPDATE audit.listing l SET words = audit.words(e.payload::jsonb, e.id)
    FROM audit.chain c JOIN audit.event e ON e.id = c.event_id
   WHERE l.seq = c.seq AND c.event_id IN (SELECT audit.recorded_of(person));
  UPDATE public.named_actor n SET value = NULL
   WHERE n.value = (SELECT p.email FROM public.person p WHERE p.id = person)
     AND NOT EXISTS (SELECT FROM public.toggle_state s WHERE n.value = ANY (s.actors));
  FOR one IN
    SELECT t.name, string_agg(format('%1$I = CASE WHEN t.%1$I IS NOT NULL AND (%2$s) THEN ''(erased)'' ELSE t.%1$I END',
                                     t.of_column, t.theirs), ', ') AS sets,
           string_agg(format('(t.%1$I <> ''(erased)'' AND (%2$s))', t.of_column, t.theirs), ' OR ') AS any_of
      FROM (VALUES
        ('attendance', 'name', 't.person_id = $1'),
        ('check_in', 'errors_note', 't.recorded_by = $1'),
        ('check_in', 'note', 't.recorded_by = $1'),
        ('delegation', 'reason', 't.from_person_id = $1'),
        ('finding_acknowledgement', 'note', 't.person_id = $1'),
        ('freeze_window', 'reason', 't.created_by = $1'),
        ('guard_proposal', 'reason', 't.proposed_by = $1'),
        ('guard_proposal', 'note', 't.decided_by = $1'),
        ('incident', 'title', 't.opened_by = $1'),
        ('incident', 'link', 't.opened_by = $1'),
        ('incident', 'note', 't.resolved_by = $1'),
        ('line_stop', 'reason', 't.stopped_by = $1'),
        ('line_stop', 'note', 't.released_by = $1'),
        ('log_review', 'note', 't.person_id = $1'),
        ('override', 'reason', 't.made_by = $1'),
        ('override', 'review_note', 't.reviewed_by = $1'),
        ('roll_call', 'note', 't.decided_by = $1'),
        ('roll_call_prompt', 'note', '(SELECT e.actor_id FROM audit.change c JOIN audit.event e ON e.id = c.event_id
            WHERE c.entity = ''roll_call_prompt'' AND c.entity_id = t.id ORDER BY c.version DESC LIMIT 1) = $1::text'),
        ('roll_call_terms', 'purpose', '(SELECT r.opened_by FROM public.roll_call r WHERE r.id = t.roll_call_id) = $1'),
        ('saved_view', 'name', 't.person_id = $1'),
        ('schedule', 'reason', 't.made_by = $1'),
        ('sign_off', 'note', '$1 IN (t.given_by_id, t.recorded_by_id)'),
        ('sign_off', 'given_by_name', 't.given_by_id = $1'),
        ('stage_run', 'pause_reason', '(SELECT e.actor_id FROM audit.change c JOIN audit.event e ON e.id = c.event_id
            WHERE c.entity = ''stage_run'' AND c.entity_id = t.id ORDER BY c.version DESC LIMIT 1) = $1::text'),
        ('stage_run', 'errors_note', 't.results_by = $1'),
        ('stage_run', 'note', 't.results_by = $1'),
        ('stage_waiver', 'reason', 't.waived_by = $1')
      ) t (name, of_column, theirs) GROUP BY t.name ORDER BY t.name
  LOOP
    RETURN QUERY EXECUTE format('UPDATE public.%I t SET %s, version = t.version + 1 WHERE %s RETURNING %L::text, t.id',
                                one.name, one.sets, one.any_of, one.name) USING person;
  END LOOP;
END
$$;

REVOKE ALL ON FUNCTION audit.refuse_but_erasure(), audit.require_erasure(), audit.recorded_of(uuid),
  audit.erase_person(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.erase_person(uuid) TO rollcall_app;

CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit.text
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_but_erasure('text');
CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit.listing
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_but_erasure('words');
CREATE CONSTRAINT TRIGGER require_erasure AFTER UPDATE ON audit.text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_erasure();

RESET ROLE;
GRANT EXECUTE ON FUNCTION audit.refuse_but_erasure() TO CURRENT_USER;

CREATE OR REPLACE TRIGGER refuse_update BEFORE UPDATE ON finding_acknowledgement
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_but_erasure('note');
CREATE OR REPLACE TRIGGER refuse_update BEFORE UPDATE ON log_review
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_but_erasure('note');
CREATE OR REPLACE TRIGGER refuse_update BEFORE UPDATE ON sign_off
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_but_erasure('note', 'given_by_name');
CREATE OR REPLACE TRIGGER refuse_update BEFORE UPDATE ON stage_waiver
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_but_erasure('reason');
CREATE OR REPLACE TRIGGER refuse_update BEFORE UPDATE ON roll_call_terms
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_but_erasure('purpose');
