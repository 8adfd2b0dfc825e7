import type { Metadata } from 'next'
import { ActButton } from '../../../../components/settings/act-button.tsx'
import { SessionTable } from '../../../../components/settings/session-table.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { findSessions } from '../../../../server/access/find-sessions.ts'
import { findSignInPolicy } from '../../../../server/access/sign-in-policy.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Your sessions' }

export default async function SessionsPage() {
  const actor = await currentActor()
  const [sessions, policy] = await Promise.all([findSessions(actor, actor.id), findSignInPolicy()])
  const others = sessions.filter((one) => !one.is_current).length
  return (
    <>
      <PageHeader
        title="Your sessions"
        summary={`Where you are signed in. A session ends after ${policy.idle_minutes} minutes without a request (${Math.min(policy.idle_minutes, policy.administrator_idle_minutes)} for administrators), and ${policy.absolute_hours} hours after it began.`}
        actions={
          others > 0 && (
            <ActButton
              method="DELETE"
              path={`/people/${actor.id}/sessions`}
              said="You are signed out everywhere else"
              size="regular"
            >
              Sign out everywhere else
            </ActButton>
          )
        }
      />
      <SessionTable person={actor.id} sessions={sessions} />
    </>
  )
}
