import { systemActor } from '../access/system-actor.ts'
import { connectDatabase, disconnectDatabase } from '../db.ts'
import { enrolPerson } from '../teams/enrol-person.ts'
import { setUpTeam } from '../teams/set-up-team.ts'
import { type CastIds, castIssuer, castMembers } from './cast-members.ts'

/** Sets up Benefits Portal with its environments and its people, as an installation would. */
export async function enrolCast(appUrl: string): Promise<CastIds> {
  await connectDatabase(appUrl)
  try {
    const { teamId } = await setUpTeam(
      systemActor(),
      { slug: 'benefits-portal', name: 'Benefits Portal' },
      [
        { key: 'development', name: 'Development', protected: false },
        { key: 'staging', name: 'Staging', protected: false },
        { key: 'production', name: 'Production', protected: true },
      ],
    )
    const people: Record<string, string> = {}
    for (const [subject, member] of Object.entries(castMembers)) {
      const email = `${subject}@benefits-portal.example`
      const enrolment = { issuer: castIssuer, subject, email, teamId, ...member }
      people[subject] = await enrolPerson(systemActor(), enrolment, [])
    }
    return { team: teamId, people }
  } finally {
    await disconnectDatabase()
  }
}
