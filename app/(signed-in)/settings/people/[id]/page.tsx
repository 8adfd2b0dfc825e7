import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ErasePerson } from '../../../../../components/people/erase-person.tsx'
import { ActButton } from '../../../../../components/settings/act-button.tsx'
import { PersonAbility } from '../../../../../components/settings/person-ability.tsx'
import { standingOf } from '../../../../../components/settings/person-table.tsx'
import { SessionTable } from '../../../../../components/settings/session-table.tsx'
import { DefinitionList } from '../../../../../components/ui/definition-list.tsx'
import { PageHeader } from '../../../../../components/ui/page-header.tsx'
import { StatusMark } from '../../../../../components/ui/status-mark.tsx'
import { TextLink } from '../../../../../components/ui/text-link.tsx'
import { TimeStamp } from '../../../../../components/ui/time-stamp.tsx'
import { ERASED_NAME } from '../../../../../domain/erased-person.ts'
import { may } from '../../../../../domain/permissions.ts'
import { findSessions } from '../../../../../server/access/find-sessions.ts'
import { orNotFound } from '../../../../../server/or-not-found.ts'
import { findManagedPerson } from '../../../../../server/people/find-person-list.ts'
import { currentActor } from '../../../../../server/session.ts'

export const metadata: Metadata = { title: 'A person' }

type PersonProps = { params: Promise<{ id: string }> }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export default async function PersonPage({ params }: PersonProps) {
  const actor = await currentActor()
  const { id } = await params
  if (!may(actor, 'person.manage') || !UUID.test(id)) notFound()
  const person = await orNotFound(findManagedPerson(actor, id))
  const sessions = await findSessions(actor, id)
  const standing = standingOf(person)
  return (
    <>
      <PageHeader
        title={person.name}
        crumbs={[{ label: 'People', href: '/settings/people' }]}
        summary={<StatusMark status={standing.status}>{standing.words}</StatusMark>}
        actions={
          person.id !== actor.id &&
          person.name !== ERASED_NAME && (
            <>
              <PersonAbility person={person} />
              <ErasePerson id={person.id} name={person.name} />
            </>
          )
        }
      />
      <div className="mb-10">
        <DefinitionList
          items={[
            { term: 'E-mail', description: person.email ?? 'None' },
            {
              term: 'Roles',
              description:
                person.roles.length === 0 ? (
                  <TextLink href="/settings/teams">None yet: grant one</TextLink>
                ) : (
                  person.roles.map(({ team, title }) => (
                    <span key={team.slug} className="block">
                      {title},{' '}
                      <TextLink href={`/settings/teams#${team.slug}`} plain>
                        {team.name}
                      </TextLink>
                    </span>
                  ))
                ),
            },
            {
              term: 'Last signed in',
              description: person.last_signed_in_at ? (
                <TimeStamp at={person.last_signed_in_at} />
              ) : (
                'Never'
              ),
            },
            { term: 'Tokens of their own', description: person.tokens },
            {
              term: 'Known as',
              description: (
                <>
                  <code className="wrap-anywhere">{person.subject}</code>
                  <span className="block text-ink-soft wrap-anywhere">at {person.issuer}</span>
                </>
              ),
            },
          ]}
        />
        <p className="pt-3 text-sm">
          <TextLink href={`/audit?actor=${person.id}`} prefetch={false}>
            What they did, in the log
          </TextLink>
        </p>
      </div>
      <section aria-labelledby="sessions">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h2 id="sessions" className="text-lg font-semibold">
            Where they are signed in
          </h2>
          {person.id !== actor.id && sessions.length > 1 && (
            <ActButton
              method="DELETE"
              path={`/people/${person.id}/sessions`}
              said={`${person.name} is signed out everywhere`}
            >
              End all
            </ActButton>
          )}
        </div>
        <SessionTable person={person.id} sessions={sessions} />
      </section>
    </>
  )
}
