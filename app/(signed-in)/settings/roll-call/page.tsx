import type { Metadata } from 'next'
import { PolicyForm } from '../../../../components/settings/policy-form.tsx'
import { type Asked, askedOnce } from '../../../../components/ui/asked-once.ts'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { TabNav } from '../../../../components/ui/tab-nav.tsx'
import { whoMay } from '../../../../domain/permissions.ts'
import { orNotFound } from '../../../../server/or-not-found.ts'
import { findPolicy } from '../../../../server/roll-call/find-policy.ts'
import { findPolicyTeams } from '../../../../server/roll-call/find-policy-teams.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Roll-call policy' }

interface PolicyPageProps {
  searchParams: Asked
}

export default async function PolicyPage({ searchParams }: PolicyPageProps) {
  const actor = await currentActor()
  const teams = await findPolicyTeams(actor)
  const slug = (await askedOnce(searchParams)).team ?? teams[0]?.slug ?? ''
  const { team, policy, version, is_default, may_change } = await orNotFound(
    findPolicy(actor, slug),
  )
  return (
    <>
      <PageHeader
        title="Roll-call policy"
        crumbs={[{ label: 'Settings', href: '/settings' }]}
        summary={
          <>
            {is_default
              ? `${team.name} has set none of its own: this is the default. `
              : `Version ${version} of ${team.name}. `}
            A round keeps the policy under which it opened; a change is for the rounds that open
            from now on. An edit of what a discipline reviews voids what it said.
            {!may_change && ` To change it, ask ${whoMay('settings.change')}.`}
          </>
        }
      />
      {teams.length > 1 && (
        <div className="mb-8">
          <TabNav
            label="Teams"
            links={teams.map((one) => ({
              href: `/settings/roll-call?team=${one.slug}`,
              label: one.name,
              current: one.slug === team.slug,
            }))}
          />
        </div>
      )}
      <PolicyForm
        key={`${team.slug} ${version}`}
        team={team}
        policy={policy}
        version={version}
        mayChange={may_change}
      />
    </>
  )
}
