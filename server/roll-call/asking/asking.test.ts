import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { db } from '../../db.ts'
import { delegate } from '../../delegations/delegate.ts'
import { revisePlan } from '../../plans/revise-plan.ts'
import { bytesOf, releasePlan } from '../../plans/testing/documents.ts'
import { planEntries } from '../../plans/testing/entries.ts'
import { cast } from '../../testing/cast.ts'
import { useCast as givenCast } from '../../testing/test-database.ts'
import { decide } from '../decide.ts'
import { signOff } from '../sign-off.ts'
import { openedRound } from '../testing/open-round.ts'
import { askForSignOffs } from './ask-for-sign-offs.ts'
import { remindSignOffs } from './remind-sign-offs.ts'
import { setDue } from './set-due.ts'

givenCast()

const inMinutes = (count: number) => new Date(Date.now() + count * 60_000)

const mails = () =>
  db().mail.findMany({
    select: { name: true, subject: true, body: true },
    orderBy: { name: 'asc' },
  })

const jobs = () => db().$queryRaw<{ task: string; later: boolean }[]>`
  SELECT task_identifier AS task, run_at > now() AS later FROM graphile_worker.jobs
   WHERE task_identifier = 'ask_for_sign_offs'`

/** As the clock would be later: everything asked, and the date, that much earlier. */
async function passMinutes(count: number): Promise<void> {
  const [row] = await db().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
  const url = new URL(inject('postgres').adminUrl)
  url.pathname = `/${row?.name}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(`SET session_replication_role = replica;
    UPDATE roll_call SET opened_at = opened_at - interval '${count} minutes';
    UPDATE sign_off_request SET asked_at = asked_at - interval '${count} minutes';
    UPDATE roll_call_due SET needed_by = to_char((needed_by::timestamptz - interval '${count} minutes')
      AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
  await client.end()
}

describe('opening a round', () => {
  test('has everybody asked who speaks for a discipline, once, and the one who opened it not', async () => {
    const { id, slug } = await openedRound(releasePlan())
    expect(await jobs()).toEqual([{ task: 'ask_for_sign_offs', later: false }])
    expect(await askForSignOffs(id)).toBe(6)
    expect(await askForSignOffs(id)).toBe(0)
    const written = await mails()
    expect(written.map(({ name }) => name)).toEqual([
      'Ada Whitcombe',
      'Ben Castellano',
      'Dalia Haddad',
      'Fern Lindqvist',
      'Grace Okafor',
      'Quentin Marsh',
    ])
    expect(written[1]).toEqual({
      name: 'Ben Castellano',
      subject: 'Asked of you: go or no-go on Release Plan: Claim status letters',
      body: 'Priya Raman opened roll call 1 of “Release Plan: Claim status letters” and asks you for go or no-go, for backend.\n\nYou review the toggles, the validation, the rollback and the stages.',
    })
    const entry = (await planEntries()).at(-1)
    expect(entry).toMatchObject({ type: 'sign_off.asked', actorId: 'system', plan: slug })
    expect(entry?.data).toMatchObject({ cause: 'opened' })
    expect(entry?.changed).toHaveLength(6)
  })

  test('asks an alternate in a discipline lead’s place, too', async () => {
    await delegate(cast.ben(), {
      team: 'benefits-portal',
      discipline: 'backend',
      to: cast.victor().id,
      endsAt: inMinutes(600),
      reason: 'On leave',
    })
    const { id } = await openedRound(releasePlan())
    await askForSignOffs(id)
    const asked = (await mails()).filter(({ subject }) => subject.startsWith('Asked'))
    expect(asked.map(({ name }) => name)).toContain('Victor Nyman')
  })

  test('asks nobody twice when two workers ask at the same moment', async () => {
    const { id } = await openedRound(releasePlan())
    const both = await Promise.all([askForSignOffs(id), askForSignOffs(id)])
    expect(both.sort()).toEqual([0, 6])
    expect(await mails()).toHaveLength(6)
  })
})

describe('an edit', () => {
  const newRollback = bytesOf(releasePlan({ rollback: 'We call the vendor and wait.' }))

  test('of what was signed asks again, when it is quiet, and says what changed', async () => {
    const { id, slug } = await openedRound(releasePlan())
    await askForSignOffs(id)
    await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'go' })
    await signOff(cast.quentin(), { slug, discipline: 'qa', verdict: 'go' })
    await db().mail.deleteMany()
    await revisePlan(cast.priya(), { slug, bytes: newRollback, revision: 1 })
    expect((await jobs()).filter(({ later }) => later)).toHaveLength(1)
    expect(await askForSignOffs(id)).toBe(1)
    expect(await askForSignOffs(id)).toBe(0)
    expect(await mails()).toEqual([
      {
        name: 'Ben Castellano',
        subject: 'Changed since you signed: Release Plan: Claim status letters',
        body: expect.stringContaining('Changed since revision 1, which you signed: the rollback.'),
      },
    ])
  })

  test('of a plan without an open round asks nobody', async () => {
    const { slug, id } = await openedRound(releasePlan())
    await decide(cast.grace(), { slug, rollCall: id, decision: 'pause' })
    await revisePlan(cast.priya(), { slug, bytes: newRollback, revision: 1 })
    expect((await jobs()).filter(({ later }) => later)).toEqual([])
    expect(await askForSignOffs(id)).toBe(0)
  })
})

describe('the date of a round', () => {
  test('is set, changed and taken back, on record each time', async () => {
    const { slug, id: rollCall } = await openedRound(releasePlan())
    const neededBy = inMinutes(3000)
    await setDue(cast.priya(), { slug, rollCall, neededBy })
    expect((await setDue(cast.priya(), { slug, rollCall, neededBy })).seqs).toEqual([])
    await setDue(cast.priya(), { slug, rollCall, neededBy: null })
    const told = (await planEntries()).filter(({ type }) => type === 'roll_call.due_set')
    expect(told.map(({ data }) => data)).toEqual([
      { needed_by: neededBy.toISOString() },
      { needed_by: null },
    ])
  })

  test('is refused when it has passed, when the round is decided, and to who may not', async () => {
    const { slug, id: rollCall } = await openedRound(releasePlan())
    const set = (neededBy: Date) => setDue(cast.priya(), { slug, rollCall, neededBy })
    await expect(set(inMinutes(-1))).rejects.toMatchObject({
      refusal: { errors: [{ path: 'needed_by' }] },
    })
    const neededBy = inMinutes(60)
    await expect(setDue(cast.ben(), { slug, rollCall, neededBy })).rejects.toMatchObject({
      refusal: { code: 'forbidden' },
    })
    await decide(cast.grace(), { slug, rollCall, decision: 'pause' })
    await expect(set(neededBy)).rejects.toMatchObject({ refusal: { code: 'roll_call_closed' } })
  })

  test('reminds a day before, an hour before and when overdue, each once, of who has not spoken', async () => {
    const { slug, id: rollCall } = await openedRound(releasePlan())
    await askForSignOffs(rollCall)
    await setDue(cast.priya(), { slug, rollCall, neededBy: inMinutes(25 * 60) })
    expect(await remindSignOffs()).toBe(0)
    await passMinutes(90)
    // Those who were asked, and Priya, who opened it and has not spoken for product either.
    expect(await remindSignOffs()).toBe(7)
    expect(await remindSignOffs()).toBe(0)
    await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'go' })
    await passMinutes(23 * 60)
    expect(await remindSignOffs()).toBe(6)
    await passMinutes(60)
    expect(await remindSignOffs()).toBe(6)
    await passMinutes(24 * 60)
    expect(await remindSignOffs()).toBe(0)
    const dalia = (await mails()).filter(({ name }) => name === 'Dalia Haddad')
    expect(dalia.map(({ subject }) => subject.split(':')[0]).sort()).toEqual([
      'Asked of you',
      'Overdue',
      'Wanted within a day',
      'Wanted within the hour',
    ])
  })

  test('reminds nobody once the round is decided, and of another date anew', async () => {
    const { slug, id: rollCall } = await openedRound(releasePlan())
    await askForSignOffs(rollCall)
    await setDue(cast.priya(), { slug, rollCall, neededBy: inMinutes(30) })
    await passMinutes(10)
    await setDue(cast.priya(), { slug, rollCall, neededBy: inMinutes(40 * 60) })
    expect(await remindSignOffs()).toBe(0)
    await passMinutes(40 * 60)
    expect(await remindSignOffs()).toBe(7)
    await decide(cast.grace(), { slug, rollCall, decision: 'pause' })
    await passMinutes(60)
    expect(await remindSignOffs()).toBe(0)
  })
})
