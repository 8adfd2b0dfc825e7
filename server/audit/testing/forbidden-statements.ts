import { AUDITED_TABLES, LOG_TABLES, NEVER_UPDATED } from '../refused-by-database.ts'

const A_COLUMN = {
  entity: 'name',
  event: 'payload',
  change: 'version',
  text: 'text',
  chain: 'seq',
  listing: 'seq',
  step: 'seq',
} as const satisfies Record<(typeof LOG_TABLES)[number], string>

/** Rewrites of the log itself. */
export const REWRITES: readonly string[] = LOG_TABLES.flatMap((table) => [
  `UPDATE audit.${table} SET ${A_COLUMN[table]} = ${A_COLUMN[table]}`,
  `DELETE FROM audit.${table}`,
  `TRUNCATE audit.${table} CASCADE`,
])

/** What removes rows that the log tells of. */
export const REMOVALS: readonly string[] = [
  ...AUDITED_TABLES.map((table) => `TRUNCATE ${table} CASCADE`),
  'DELETE FROM toggle_state',
  'DELETE FROM membership',
]

/** What the application's role has no right to. */
export const FORBIDDEN_STATEMENTS: readonly string[] = [
  ...REWRITES,
  ...LOG_TABLES.flatMap((table) => [
    `ALTER TABLE audit.${table} DISABLE TRIGGER ALL`,
    `DROP TABLE audit.${table} CASCADE`,
    `LOCK TABLE audit.${table} IN ACCESS EXCLUSIVE MODE`,
  ]),
  ...AUDITED_TABLES.flatMap((table) => [
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
    `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
    `DROP TRIGGER require_entry ON ${table}`,
  ]),
  ...NEVER_UPDATED.map((table) => `UPDATE ${table} SET version = version`),
  'UPDATE log_head SET size = 1',
  'DELETE FROM log_head',
  'TRUNCATE log_head CASCADE',
  'ALTER TABLE log_head DISABLE TRIGGER ALL',
  'DROP TABLE log_head CASCADE',
  'ALTER TABLE team ADD FOREIGN KEY (id) REFERENCES team ON DELETE CASCADE',
  'UPDATE named_actor SET value = NULL',
  'DELETE FROM named_actor',
  "INSERT INTO audit.chain VALUES (1000, gen_random_uuid(), now(), '', '', '')",
  "INSERT INTO audit.listing (seq, type, outcome, actor_id, words) VALUES (1, 'x', 'allowed', 'x', '')",
  "INSERT INTO audit.step VALUES ('team', gen_random_uuid(), 1, 1)",
  "INSERT INTO audit.change VALUES ('team', gen_random_uuid(), 1, gen_random_uuid(), NULL, '{}')",
  "INSERT INTO audit.entity VALUES ('session', '{}')",
  "INSERT INTO audit.event (id, request_id, part, payload, xid) VALUES (gen_random_uuid(), gen_random_uuid(), 0, '{}', '1')",
  "INSERT INTO audit.event (id, request_id, part, payload, inserted_at) VALUES (gen_random_uuid(), gen_random_uuid(), 0, '{}', now())",
  "INSERT INTO audit.event (id, request_id, part, payload, db_user) VALUES (gen_random_uuid(), gen_random_uuid(), 0, '{}', 'x')",
  'SET session_replication_role = replica',
  'SET ROLE rollcall_audit_owner',
  'SET ROLE rollcall_owner',
  'SET SESSION AUTHORIZATION rollcall_owner',
  'DROP SCHEMA audit CASCADE',
  'ALTER SCHEMA audit RENAME TO past',
  'CREATE TABLE audit.mine (id int)',
  'CREATE TABLE public.mine (id uuid REFERENCES team ON DELETE CASCADE)',
  'CREATE FUNCTION audit.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
  'CREATE OR REPLACE FUNCTION audit.seal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
  'CREATE OR REPLACE FUNCTION audit.image(entity_name text, row_json jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT NULL::jsonb $$',
  'ALTER FUNCTION audit.require_entry() RESET ALL',
  'DROP FUNCTION audit.refuse() CASCADE',
  'CREATE TRIGGER first BEFORE INSERT ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.refuse()',
  'CREATE RULE none AS ON INSERT TO audit.event DO INSTEAD NOTHING',
  'CREATE POLICY all_of_it ON audit.event USING (true)',
  'ALTER TABLE audit.event OWNER TO rollcall_app',
  'ALTER ROLE rollcall_app SUPERUSER',
  "COPY audit.event TO PROGRAM 'cat'",
]
