import type { Metadata } from 'next'
import { ContactTable } from '../../../components/people/contact-table.tsx'
import { PeopleSearch } from '../../../components/people/people-search.tsx'
import { TeamTable } from '../../../components/people/team-table.tsx'
import { askedWord } from '../../../components/ui/asked-word.ts'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { LinkButton } from '../../../components/ui/link-button.tsx'
import { PageHeader } from '../../../components/ui/page-header.tsx'
import { TextLink } from '../../../components/ui/text-link.tsx'
import { may } from '../../../domain/permissions.ts'
import { findPeople } from '../../../server/people/find-people.ts'
import { findContacts } from '../../../server/plans/find-contacts.ts'
import { currentActor } from '../../../server/session.ts'

export const metadata: Metadata = { title: 'People' }

type PeoplePageProps = { searchParams: Promise<{ q?: string | string[] }> }

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const actor = await currentActor()
  const q = askedWord((await searchParams).q)
  const [contacts, people] = await Promise.all([
    findContacts(actor, { q }),
    findPeople(actor, { q }),
  ])
  return (
    <>
      <PageHeader title="People" summary="Whom to call, and what each is on the hook for." />
      <PeopleSearch page="/people" label="Name, role or plan" q={q} />
      <section aria-labelledby="contacts" className="mb-12">
        <h2 id="contacts" className="mb-2 text-lg font-semibold">
          Points of contact
        </h2>
        {contacts.length > 0 ? (
          <ContactTable contacts={contacts} />
        ) : (
          <NoContacts q={q} mayImport={may(actor, 'plan.import')} />
        )}
      </section>
      <section aria-labelledby="team">
        <h2 id="team" className="mb-2 text-lg font-semibold">
          Who can sign in
        </h2>
        {people.length > 0 ? (
          <>
            <TeamTable people={people} />
            <p className="pt-2 text-sm">
              <TextLink href="/settings/delegations">Who speaks in whose place</TextLink>
            </p>
          </>
        ) : (
          <p className="border-y border-rule py-6 text-sm text-ink-soft">
            Nobody who can sign in is called that.
          </p>
        )}
      </section>
    </>
  )
}

function NoContacts({ q, mayImport }: { q: string | undefined; mayImport: boolean }) {
  if (q !== undefined) {
    return (
      <p className="border-y border-rule py-6 text-sm text-ink-soft">
        No point of contact matches “{q}”.
      </p>
    )
  }
  return (
    <EmptyState
      title="No plan names a contact yet"
      action={
        mayImport && (
          <LinkButton href="/plans/import" variant="primary">
            Import a release plan
          </LinkButton>
        )
      }
    >
      The primary and backup contacts that release plans name stand here, with what each answers
      for.
    </EmptyState>
  )
}
