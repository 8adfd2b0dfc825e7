import { DEMO_ENVIRONMENTS, DEMO_PEOPLE, DEMO_TEAM } from '../../prisma/demo-people.ts'
import { systemActor } from '../access/system-actor.ts'
import { connectDatabase, disconnectDatabase } from '../db.ts'
import { enrolPerson } from '../teams/enrol-person.ts'
import { setUpTeam } from '../teams/set-up-team.ts'
import type { CastIds } from './cast-members.ts'

// No sign-in ever comes from it.
const issuer = 'https://identity.benefits-portal.example'

/** Sets up Benefits Portal with its environments and its people, as an installation would. */
export async function enrolCast(appUrl: string): Promise<CastIds> {
  await connectDatabase(appUrl)
  try {
    const { teamId } = await setUpTeam(systemActor(), DEMO_TEAM, DEMO_ENVIRONMENTS)
    const people: Record<string, string> = {}
    for (const { key, subject, name, email, role, discipline } of DEMO_PEOPLE) {
      const enrolment = { issuer, subject, name, email, teamId, role, discipline }
      people[key] = await enrolPerson(systemActor(), enrolment, [])
    }
    return { team: teamId, people }
  } finally {
    await disconnectDatabase()
  }
}
