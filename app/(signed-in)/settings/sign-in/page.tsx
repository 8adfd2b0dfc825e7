import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AddGroupRule } from '../../../../components/settings/add-group-rule.tsx'
import { GroupRuleTable } from '../../../../components/settings/group-rule-table.tsx'
import { SignInPolicyForm } from '../../../../components/settings/sign-in-policy-form.tsx'
import { DefinitionList } from '../../../../components/ui/definition-list.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { may } from '../../../../domain/permissions.ts'
import { findSignIn } from '../../../../server/access/find-sign-in.ts'
import { findGroupRules } from '../../../../server/access/group-rules.ts'
import { currentActor } from '../../../../server/session.ts'
import { findTeams } from '../../../../server/teams/find-teams.ts'

export const metadata: Metadata = { title: 'Sign-in' }

export default async function SignInSettingsPage() {
  const actor = await currentActor()
  if (!may(actor, 'person.manage')) notFound()
  const [state, rules, teams] = await Promise.all([
    findSignIn(actor),
    findGroupRules(actor),
    findTeams(actor),
  ])
  const code = (text: string) => <code className="wrap-anywhere">{text}</code>
  return (
    <>
      <PageHeader
        title="Sign-in"
        summary="People sign in at the identity provider of the installation, and nowhere else."
      />
      <section aria-labelledby="provider" className="mb-12">
        <h2 id="provider" className="mb-2 text-lg font-semibold">
          The identity provider
        </h2>
        <DefinitionList
          items={[
            { term: 'Issuer', description: code(state.issuer) },
            { term: 'Client', description: code(state.client_id) },
            { term: 'Sends people back to', description: code(state.redirect_uri) },
            { term: 'Scopes', description: code(state.scopes.join(' ')) },
            {
              term: 'Strength asked for',
              description:
                state.acr_values.length > 0
                  ? code(state.acr_values.join(' '))
                  : 'Any the provider accepts',
            },
            { term: 'ID tokens signed with', description: code(state.algorithm) },
          ]}
        />
        <p className="pt-2 text-sm text-ink-soft">
          Set where Rollcall is started, by <code>OIDC_ISSUER</code> and the settings beside it.
        </p>
      </section>
      <section aria-labelledby="sessions" className="mb-12">
        <h2 id="sessions" className="mb-3 text-lg font-semibold">
          Sessions and groups
        </h2>
        <SignInPolicyForm policy={state} />
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules" className="mb-2 text-lg font-semibold">
          Groups and the roles they give
        </h2>
        {state.groups_claim === null && rules.length > 0 && (
          <p className="mb-2 text-sm text-wait">
            No claim is set above, so that these rules are asleep.
          </p>
        )}
        <p className="mb-3 max-w-reading text-sm text-ink-soft">
          At each sign-in people are given the roles of their groups, and lose those that only a
          group gave. What a person granted stays, and so does the last administrator of a team.
        </p>
        <GroupRuleTable rules={rules} />
        <h3 className="mt-8 mb-3 font-semibold">Add a rule</h3>
        <AddGroupRule
          teams={teams.filter((team) => team.may_grant).map(({ slug, name }) => ({ slug, name }))}
        />
      </section>
    </>
  )
}
