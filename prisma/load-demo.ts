import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { systemActor } from '../server/access/system-actor.ts'
import { db, disconnectDatabase } from '../server/db.ts'
import { enrolPerson } from '../server/teams/enrol-person.ts'
import { setUpTeam } from '../server/teams/set-up-team.ts'
import { DEMO_ENVIRONMENTS, DEMO_PEOPLE, DEMO_TEAM } from './demo-people.ts'
import { keepDemoTokens } from './demo-tokens.ts'

/**
 * The demo of the embedded default: a team, three environments, one person a role, and tokens in
 * files that only their owner can read. Run at each start; writes only what is missing.
 */
async function loadDemo(home: string, issuer: string): Promise<void> {
  const { teamId } = await setUpTeam(systemActor(), DEMO_TEAM, DEMO_ENVIRONMENTS)
  const rows = await db().person.findMany({
    where: { subject: { startsWith: 'demo|' } },
    distinct: ['issuer'],
    select: { issuer: true },
  })
  const formerIssuers = rows.map((row) => row.issuer)
  const personIds = new Map<string, string>()
  for (const { key, subject, name, email, role, discipline } of DEMO_PEOPLE) {
    const enrolment = { issuer, subject, name, email, teamId, role, discipline }
    personIds.set(key, await enrolPerson(systemActor(), enrolment, formerIssuers))
  }
  await mkdir(home, { recursive: true })
  await keepDemoTokens(home, personIds)
}

const issuer = process.env.OIDC_ISSUER
if (!issuer)
  throw new Error('OIDC_ISSUER is not set: the demo needs to know its identity provider.')
await loadDemo(
  resolve(process.env.ROLLCALL_HOME ?? join(import.meta.dirname, '../.rollcall')),
  issuer,
)
await disconnectDatabase()
