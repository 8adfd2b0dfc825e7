import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectDatabase, db, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { stateAt } from '../toggles/state-at.ts'
import { copyLog, exportedText } from './testing/log-copy.ts'
import { resealFrom } from './testing/log-mutations.ts'
import { tamper } from './testing/tamper.ts'
import { verifyOffline } from './testing/verify-offline.ts'
import { verify } from './verify.ts'

const HOURS_2 = 7_200_000

let database: TestDatabase

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  await createToggle(cast.priya(), { key: 'claim_letters', description: '' })
})

afterEach(async () => {
  await disconnectDatabase()
  await database.drop()
})

const widenTo = (percentage: number) =>
  flip(cast.tomas(), {
    toggle: 'claim_letters',
    environment: 'staging',
    patch: { percentage_of_actors: percentage },
    reason: `To ${percentage} %`,
  })

/** As if the newest entry had been sealed while the clock ran two hours ahead, and it was set right since. */
async function setClockBack(): Promise<string> {
  const log = await copyLog()
  const last = log.lines.at(-1)
  if (!last) throw new Error('the log is empty')
  last.sealed_at = String(BigInt(Date.now() + HOURS_2) * 1000n)
  resealFrom(log, log.lines.length - 1)
  await tamper(
    database,
    `UPDATE audit.chain SET sealed_at = timestamptz 'epoch' + ${last.sealed_at} * interval '1 microsecond',
       hash = decode('${last.hash}', 'hex') WHERE seq = ${last.seq}`,
  )
  return last.sealed_at
}

test('when the clock was set back, time stands still in the log until it is caught up, and it holds', async () => {
  await widenTo(5)
  const ahead = await setClockBack()
  await widenTo(10)
  await widenTo(25)
  const { lines } = await copyLog()
  expect(lines.slice(-3).map(({ sealed_at }) => sealed_at)).toEqual([ahead, ahead, ahead])
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1))
  expect(await verify(cast.grace(), { thorough: true })).toMatchObject({ holds: true })
  expect(await verifyOffline(await exportedText(), null)).toMatchObject({ code: 0 })
})

test('of one moment the order of the log decides: the state is that of its last entry', async () => {
  await widenTo(5)
  await setClockBack()
  await widenTo(10)
  await widenTo(25)
  const { states } = await stateAt(cast.grace(), { at: new Date(Date.now() + HOURS_2 + 60_000) })
  const staging = states.find(({ environment }) => environment === 'staging')
  expect(staging).toMatchObject({ words: '25 % of actors' })
  const now = await db().toggleState.findMany({ where: { environment: { key: 'staging' } } })
  expect(staging?.version).toBe(now[0]?.version)
})
