import type { Json } from '../../../domain/audit/canonical.ts'
import { forgedEntry, insertEntry } from './attack.ts'

const NO_ENTRY = 'RC001'
export const NO_SUCH_CHANGE = 'RC003'
const TAKEN = '23505'
const EMPTY = '23502'
const CHECK = '23514'

/** A row that stands at version 1, with its image. */
export interface Victim {
  readonly id: string
  readonly before: { readonly [column: string]: Json }
}

export type Payload = Record<string, Json>

/** The change that `open` makes, as an entry would tell it, except for what is given. */
function toldChange({ id, before }: Victim, other: Payload = {}): Payload {
  const after = { ...before, boolean: true }
  return { entity: 'toggle_state', id, version: 2, before, after, ...other }
}

/** An entry about the victim, except for what is given. */
export function tell(victim: Victim, ...others: Payload[]): string {
  const changes = (others.length === 0 ? [{}] : others).map((other) => toldChange(victim, other))
  return insertEntry(forgedEntry({ changes }))
}

/** Opens the toggle for everybody, as a flip would. */
export function open({ id }: Victim, set = 'version = version + 1'): string {
  return `UPDATE toggle_state SET boolean = true, ${set} WHERE id = '${id}'`
}

const NOBODY = '0f0e2a52-0000-4000-8000-000000000001'
const EARLY = 'SET CONSTRAINTS ALL IMMEDIATE'
const LATE = 'SET CONSTRAINTS ALL DEFERRED'
const [KEEP, UNDO] = ['SAVEPOINT s', 'ROLLBACK TO s']

type Forgery = readonly [string, (victim: Victim) => readonly string[], string]

/** Changes without their entry, or with one that does not tell exactly them. */
export const UNTOLD_CHANGES: readonly Forgery[] = [
  ['a change without an entry', (v) => [open(v)], NO_ENTRY],
  ['a lie about the state after', (v) => [open(v), tell(v, { after: v.before })], NO_ENTRY],
  ['a lie about the state before', (v) => [open(v), tell(v, { before: null })], NO_ENTRY],
  ['an entry about another version', (v) => [open(v), tell(v, { version: 3 })], NO_ENTRY],
  ['an entry about another row', (v) => [open(v), tell(v, { id: NOBODY })], NO_ENTRY],
  ['an entry about another table', (v) => [open(v), tell(v, { entity: 'toggle' })], NO_ENTRY],
  ['a change whose version stays', (v) => [open(v, 'changed_at = now()'), tell(v)], NO_ENTRY],
  ['a change whose version jumps', (v) => [open(v, 'version = 3'), tell(v)], NO_ENTRY],
  ['a row under another id', (v) => [open(v, 'version = 2, id = gen_random_uuid()')], NO_ENTRY],
  ['a second change on one entry', (v) => [open(v), open(v), tell(v)], NO_ENTRY],
  ['a change on a denied entry', (v) => [open(v), denied(v)], NO_ENTRY],
  ['an unknown named actor', (v) => [open(v, "version = 2, actors = '{x}'")], NO_ENTRY],
  ['a new row', () => ["INSERT INTO team (slug, name) VALUES ('a', 'A')"], NO_ENTRY],
  ['a new row at version 2', () => ["INSERT INTO team VALUES (DEFAULT, 'a', 'A', 2)"], NO_ENTRY],
  ['a change of a name', () => ["UPDATE person SET name = 'x', version = version + 1"], NO_ENTRY],
  [
    'a change through INSERT … ON CONFLICT',
    ({ id }) => [
      `INSERT INTO toggle_state SELECT * FROM toggle_state WHERE id = '${id}'
         ON CONFLICT (id) DO UPDATE SET boolean = true, version = toggle_state.version + 1`,
    ],
    NO_ENTRY,
  ],
  [
    'a change through MERGE',
    ({ id }) => [
      `MERGE INTO toggle_state s USING (SELECT '${id}'::uuid AS id) x ON s.id = x.id
         WHEN MATCHED THEN UPDATE SET boolean = true, version = s.version + 1`,
    ],
    NO_ENTRY,
  ],
  ['a change after early checks', (v) => [tell(v, {}), open(v), EARLY, open(v)], NO_ENTRY],
  ['checks put off again', (v) => [EARLY, LATE, open(v)], NO_ENTRY],
  ['an entry undone after early checks', (v) => [open(v), KEEP, tell(v), EARLY, UNDO], NO_ENTRY],
]

/** Entries about what did not happen, and entries that are not whole. */
export const FALSE_ENTRIES: readonly Forgery[] = [
  ['a change that did not happen', (v) => [tell(v)], NO_SUCH_CHANGE],
  ['a change of a row that is not there', (v) => [tell(v, { id: NOBODY })], NO_SUCH_CHANGE],
  ['a change, yet denied', (v) => [denied(v)], NO_SUCH_CHANGE],
  ['two steps at once', (v) => [tell(v, {}, { version: 3 }), open(v), open(v)], NO_SUCH_CHANGE],
  [
    'a change undone after early checks',
    (v) => [tell(v), KEEP, open(v), EARLY, UNDO],
    NO_SUCH_CHANGE,
  ],
  ['a change of long ago', (v) => [tell(v, { version: 1, after: v.before })], TAKEN],
  ['a change of what the log does not hold', (v) => [tell(v, { entity: 'session' })], '23503'],
  ['nobody who did it', () => [entry({ actor: { kind: 'person' } })], EMPTY],
  ['an empty name of who did it', () => [entry({ actor: { kind: 'person', id: '' } })], CHECK],
  ['an outcome of its own', () => [entry({ outcome: 'unknown' })], CHECK],
  ['nothing at all', () => [insertEntry({ ...forgedEntry(), payload: '{}' })], EMPTY],
  ['the id of another', () => [insertEntry({ ...forgedEntry(), id: NOBODY })], CHECK],
  ['another request', () => [insertEntry({ ...forgedEntry(), requestId: NOBODY })], CHECK],
  ['no JSON', () => [insertEntry({ ...forgedEntry(), payload: 'yes' })], '22P02'],
  ['two readings', () => [insertEntry(twice(forgedEntry()))], CHECK],
]

function entry(payload: Payload): string {
  return insertEntry(forgedEntry(payload))
}

function denied(victim: Victim): string {
  return entry({ outcome: 'denied', changes: [toldChange(victim)] })
}

function twice(forged: ReturnType<typeof forgedEntry>): ReturnType<typeof forgedEntry> {
  return { ...forged, payload: forged.payload.replace('"v":1', '"v":1,"v":2') }
}
