import type { Metadata } from 'next'
import { CheckMatrix } from '../../../../components/settings/check-matrix.tsx'
import { CheckProposals } from '../../../../components/settings/check-proposals.tsx'
import { ProposeChecks } from '../../../../components/settings/propose-checks.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { TabNav } from '../../../../components/ui/tab-nav.tsx'
import { whoMay } from '../../../../domain/permissions.ts'
import { findCheckTeams } from '../../../../server/checks/find-check-teams.ts'
import { findChecks } from '../../../../server/checks/find-checks.ts'
import { orNotFound } from '../../../../server/or-not-found.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Checks' }

type ChecksPageProps = { searchParams: Promise<{ team?: string | string[] }> }

export default async function ChecksPage({ searchParams }: ChecksPageProps) {
  const actor = await currentActor()
  const { team: named } = await searchParams
  const teams = await findCheckTeams(actor)
  const slug = typeof named === 'string' ? named : (teams[0]?.slug ?? '')
  const checks = await orNotFound(findChecks(actor, slug))
  const guarded = checks.environments.filter((one) => one.protected)
  const open = checks.environments.filter((one) => !one.protected)
  return (
    <>
      <PageHeader
        title="Checks"
        summary="What binds holds a flip that widens. What only advises is asked and shown all the same."
      />
      {teams.length > 1 && (
        <TabNav
          label="Teams"
          links={teams.map((team) => ({
            href: `/settings/checks?team=${team.slug}`,
            label: team.name,
            current: team.slug === slug,
          }))}
        />
      )}
      <div className="flex flex-col gap-10">
        <section aria-labelledby="binding">
          <h2 id="binding" className="mb-2 text-lg font-semibold">
            {checks.team_name}
          </h2>
          <CheckMatrix environments={guarded} />
          {open.length > 0 && (
            <p className="mt-3 text-sm text-ink-soft">
              Nothing is checked in {open.map(({ name }) => name).join(', ')}: not protected.
            </p>
          )}
        </section>
        {checks.proposals.length > 0 && (
          <section aria-labelledby="proposals">
            <h2 id="proposals" className="mb-2 text-lg font-semibold">
              Proposals
            </h2>
            <CheckProposals
              team={slug}
              proposals={checks.proposals}
              decidedBy={whoMay('checks.decide')}
            />
          </section>
        )}
        {checks.may_propose && guarded.length > 0 && (
          <section aria-labelledby="propose">
            <h2 id="propose" className="mb-2 text-lg font-semibold">
              Propose a change
            </h2>
            <p className="mb-4 max-w-reading text-sm text-ink-soft">
              Nothing changes until another person accepts it: {whoMay('checks.decide')}. A freeze
              and a stopped line always bind.
            </p>
            <ProposeChecks key={slug} team={slug} environments={guarded} />
          </section>
        )}
      </div>
    </>
  )
}
