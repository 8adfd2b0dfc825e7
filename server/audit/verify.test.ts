import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectDatabase, db, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { tamper } from './testing/tamper.ts'
import { type Verification, verify } from './verify.ts'

const verified = (thorough = true): Promise<Verification> => verify(cast.victor(), { thorough })

let database: TestDatabase

async function useFresh(template: 'empty' | 'cast'): Promise<void> {
  database = await freshDatabase(template)
  await connectDatabase(database.appUrl)
}

afterEach(async () => {
  await disconnectDatabase()
  await database.drop()
})

describe('a log with entries', () => {
  let flipped: number

  beforeEach(async () => {
    await useFresh('cast')
    await createToggle(cast.priya(), { key: 'new_intake_form', description: '' })
    for (const percentage of [5, 10, 25, 50]) {
      const patch = { percentage_of_actors: percentage }
      const reason = `Stage to ${percentage} %`
      const input = { toggle: 'new_intake_form', environment: 'staging', patch, reason }
      const { seqs } = await flip(cast.tomas(), input)
      if (percentage === 10) flipped = seqs[0] ?? 0
    }
  })

  test('holds, with its head', async () => {
    const verification = await verified()
    expect(verification).toMatchObject({ holds: true, thorough: true, problem: null })
    expect(verification).toMatchObject({ first_broken_seq: null, covered_to: null })
    expect(verification.head).toMatchObject({ seq: verification.entries })
    expect(verification.head?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await verified(false)).toMatchObject({ holds: true, thorough: false })
  })

  const AT = 'seq = $seq'
  const EVENT = 'id = (SELECT event_id FROM audit.chain WHERE seq = $seq)'
  const OF_EVENT = 'event_id = (SELECT event_id FROM audit.chain WHERE seq = $seq)'

  test.each<[string, number, string]>([
    [
      'a payload was changed',
      0,
      `UPDATE audit.event SET payload = replace(payload, '10 %', '11 %') WHERE ${EVENT}`,
    ],
    ['an entry was taken out of the chain', 0, `DELETE FROM audit.chain WHERE ${AT}`],
    ['a payload was taken out', 0, `DELETE FROM audit.event WHERE ${EVENT}`],
    ['a leaf was changed', 0, `UPDATE audit.chain SET leaf = sha256('x') WHERE ${AT}`],
    [
      'the order was changed',
      0,
      'UPDATE audit.chain SET seq = 99999 WHERE seq = $seq; UPDATE audit.chain SET seq = $seq WHERE seq = $seq + 1; UPDATE audit.chain SET seq = $seq + 1 WHERE seq = 99999',
    ],
    [
      'a time was moved',
      0,
      `UPDATE audit.chain SET sealed_at = sealed_at + interval '1 microsecond' WHERE ${AT}`,
    ],
    ['a hash was changed', 0, `UPDATE audit.chain SET hash = sha256('x') WHERE ${AT}`],
    [
      'an entry was written anew with its leaf and hash',
      1,
      `WITH anew AS (
        UPDATE audit.event SET payload = replace(payload, '10 %', '11 %') WHERE ${EVENT} RETURNING payload)
      UPDATE audit.chain c SET leaf = sha256(decode('00', 'hex') || convert_to(a.payload, 'UTF8')),
        hash = sha256(decode('01', 'hex') || prev || int8send(seq) || int8send((extract(epoch FROM sealed_at) * 1000000)::bigint)
          || sha256(decode('00', 'hex') || convert_to(a.payload, 'UTF8'))) FROM anew a WHERE c.${AT}`,
    ],
  ])('is found broken where %s', async (_, offset, statement) => {
    await tamper(database, statement.replaceAll('$seq', String(flipped)))
    for (const thorough of [true, false]) {
      expect(await verified(thorough)).toMatchObject({
        holds: false,
        first_broken_seq: flipped + offset,
        problem: expect.stringMatching(/^Its? .+\.$/),
      })
    }
  })

  test.each<[string, string]>([
    ['what somebody said was changed', `UPDATE audit.text SET text = 'because' WHERE ${OF_EVENT}`],
    [
      'a change was told otherwise',
      `UPDATE audit.change SET after = after || '{"percentage_of_actors": 99}' WHERE ${OF_EVENT}`,
    ],
    ['a change lost its image before', `UPDATE audit.change SET before = NULL WHERE ${OF_EVENT}`],
    ['a change was taken out', `DELETE FROM audit.change WHERE ${OF_EVENT}`],
    [
      'a change was added',
      `INSERT INTO audit.change SELECT entity, gen_random_uuid(), 1, event_id, NULL, after FROM audit.change WHERE ${OF_EVENT}`,
    ],
    [
      'a change was put at another place',
      `UPDATE audit.step SET version = version + 5 WHERE ${AT}`,
    ],
    ['it was hidden from a filter', `UPDATE audit.listing SET toggle = 'other' WHERE ${AT}`],
    ['it was hidden from all lists', `DELETE FROM audit.listing WHERE ${AT}`],
  ])('is found broken, when thorough, where %s', async (_, statement) => {
    await tamper(database, statement.replaceAll('$seq', String(flipped)))
    expect(await verified()).toMatchObject({ holds: false, first_broken_seq: flipped })
  })

  // @control AU-11
  test('holds although a text was erased', async () => {
    await tamper(database, 'UPDATE audit.text SET text = NULL')
    expect(await verified()).toMatchObject({ holds: true })
  })

  test.each<[string, string]>([
    [
      'a table was changed behind its back',
      'UPDATE toggle_state SET percentage_of_actors = 100 WHERE version > 1',
    ],
    [
      'a row was set back to how it once was',
      'UPDATE toggle_state SET percentage_of_actors = 25, version = 4 WHERE version = 5',
    ],
    ['a row was deleted', 'DELETE FROM toggle_state WHERE version > 1'],
    ['a row was put there', "INSERT INTO team (slug, name) VALUES ('others', 'Others')"],
    [
      'the newest entry was cut off',
      `DELETE FROM audit.step WHERE seq = (SELECT max(seq) FROM audit.chain);
      DELETE FROM audit.change WHERE event_id = (SELECT event_id FROM audit.chain ORDER BY seq DESC LIMIT 1);
      DELETE FROM audit.listing WHERE seq = (SELECT max(seq) FROM audit.chain);
      DELETE FROM audit.text WHERE event_id = (SELECT event_id FROM audit.chain ORDER BY seq DESC LIMIT 1);
      DELETE FROM audit.event WHERE id = (SELECT event_id FROM audit.chain ORDER BY seq DESC LIMIT 1);
      DELETE FROM audit.chain WHERE seq = (SELECT max(seq) FROM audit.chain)`,
    ],
  ])('does not hold when %s', async (_, statement) => {
    await tamper(database, statement)
    expect(await verified(false)).toMatchObject({
      holds: false,
      first_broken_seq: null,
      problem: expect.stringContaining('stands otherwise than the log says'),
    })
  })

  test('does not hold when the newest link is gone and its entry is not', async () => {
    await tamper(database, 'DELETE FROM audit.chain WHERE seq = (SELECT max(seq) FROM audit.chain)')
    expect(await verified()).toMatchObject({
      holds: false,
      problem: 'There are 1 entries that the chain does not hold.',
    })
  })
})

describe('a log so long that looking at it takes longer than a page may', () => {
  beforeEach(() => useFresh('cast'))

  test('is verified to its end all the same', async () => {
    const { username, pathname } = new URL(database.appUrl)
    await tamper(
      database,
      `ALTER ROLE ${username} IN DATABASE ${pathname.slice(1)} SET statement_timeout = '1s'`,
      `CREATE OR REPLACE FUNCTION audit.differences() RETURNS TABLE (entity text, entity_id uuid)
         LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1.5); END $$`,
    )
    await connectDatabase(database.appUrl)
    await expect(db().$queryRaw`SELECT FROM audit.differences()`).rejects.toThrow(/timeout/)
    expect(await verified()).toMatchObject({ holds: true })
  })
})

describe('an empty log', () => {
  beforeEach(() => useFresh('empty'))

  test('holds', async () => {
    expect(await verified()).toMatchObject({ holds: true, entries: 0, head: null })
  })

  test('is not verified for who may not read it', async () => {
    const nobody = cast.victor({ memberships: [] })
    await expect(verify(nobody, { thorough: false })).rejects.toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })
})
