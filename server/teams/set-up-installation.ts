import { systemActor } from '../access/system-actor.ts'
import { db } from '../db.ts'
import { enrolPerson } from './enrol-person.ts'
import { setUpTeam } from './set-up-team.ts'

/** The first team of an installation and its first administrator. */
export interface FirstSetUp {
  readonly team: { readonly slug: string; readonly name: string }
  readonly administrator: {
    readonly issuer: string
    /** The `sub` by which the identity provider knows them: never an address. */
    readonly subject: string
    readonly name: string
    readonly email: string
  }
}

/** What an installation begins with; more are made in Settings. */
const ENVIRONMENTS = [
  { key: 'development', name: 'Development', protected: false },
  { key: 'staging', name: 'Staging', protected: false },
  { key: 'production', name: 'Production', protected: true },
] as const

/**
 * Gives an installation that has nobody to administer it a team, its environments and an
 * administrator, who then grants everything else in Settings. Each is an entry of the log.
 *
 * @throws Error with a sentence where somebody already administers it: they grant, not this.
 */
export async function setUpInstallation({ team, administrator }: FirstSetUp): Promise<void> {
  const already = await db().membership.findFirst({
    where: { role: 'administrator', revoked: false, person: { disabled: false } },
    select: { person: { select: { name: true } } },
  })
  if (already) {
    throw new Error(
      `${already.person.name} administers this installation: they grant roles, in Settings. Nothing was changed.`,
    )
  }
  const { teamId } = await setUpTeam(systemActor(), team, ENVIRONMENTS)
  const enrolment = { ...administrator, teamId, role: 'administrator', discipline: null } as const
  await enrolPerson(systemActor(), enrolment, [])
}
