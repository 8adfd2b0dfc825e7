import type { Metadata } from 'next'
import { AddTeam } from '../../../../components/settings/add-team.tsx'
import { GrantRole } from '../../../../components/settings/grant-role.tsx'
import { RoleTable } from '../../../../components/settings/role-table.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { TextLink } from '../../../../components/ui/text-link.tsx'
import { may } from '../../../../domain/permissions.ts'
import { findCandidates } from '../../../../server/people/find-candidates.ts'
import { currentActor } from '../../../../server/session.ts'
import { findTeams } from '../../../../server/teams/find-teams.ts'

export const metadata: Metadata = { title: 'Teams and roles' }

export default async function TeamsPage() {
  const actor = await currentActor()
  const teams = await findTeams(actor)
  const mayAdd = may(actor, 'person.manage')
  const others = mayAdd ? await findCandidates(actor) : []
  return (
    <>
      <PageHeader
        title="Teams and roles"
        summary={
          <>
            Who is what in which team. Nobody changes their own roles, and some are kept apart:{' '}
            <TextLink href="/settings/permissions">what roles may do</TextLink>.
          </>
        }
      />
      {teams.map(({ slug, name, roles, may_grant: mayGrant }) => (
        <section key={slug} id={slug} aria-labelledby={`team-${slug}`} className="mb-10">
          <h2 id={`team-${slug}`} className="mb-2 text-lg font-semibold">
            {name} <code className="text-sm font-normal text-ink-soft">{slug}</code>
          </h2>
          <RoleTable team={{ slug, name }} roles={roles} mayTake={mayGrant} />
          {mayGrant && (
            <div className="pt-2">
              <GrantRole team={{ slug, name }} people={others} />
            </div>
          )}
        </section>
      ))}
      {mayAdd && (
        <section aria-labelledby="add" className="mt-12">
          <h2 id="add" className="mb-3 text-lg font-semibold">
            Add a team
          </h2>
          <AddTeam people={others} />
        </section>
      )}
    </>
  )
}
