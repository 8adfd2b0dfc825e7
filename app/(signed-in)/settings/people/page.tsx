import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PeopleSearch } from '../../../../components/people/people-search.tsx'
import { AddPerson } from '../../../../components/settings/add-person.tsx'
import { PersonTable } from '../../../../components/settings/person-table.tsx'
import { askedWord } from '../../../../components/ui/asked-word.ts'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { TextLink } from '../../../../components/ui/text-link.tsx'
import { may } from '../../../../domain/permissions.ts'
import { findSignIn } from '../../../../server/access/find-sign-in.ts'
import { findPersonList } from '../../../../server/people/find-person-list.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'People' }

type PeopleProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ManagedPeoplePage({ searchParams }: PeopleProps) {
  const actor = await currentActor()
  if (!may(actor, 'person.manage')) notFound()
  const asked = await searchParams
  const [q, cursor] = [askedWord(asked.q), askedWord(asked.cursor, 36)]
  const [{ people, next_cursor: next }, { issuer }] = await Promise.all([
    findPersonList(actor, { q, cursor }),
    findSignIn(actor),
  ])
  const more = new URLSearchParams({ ...(q ? { q } : {}), ...(next ? { cursor: next } : {}) })
  return (
    <>
      <PageHeader
        title="People"
        summary="Everybody who is known here. Who signs in for the first time is added without a role, and sees nothing until one is granted."
      />
      <PeopleSearch page="/settings/people" label="Name, e-mail or subject" q={q} />
      {people.length > 0 ? (
        <PersonTable people={people} />
      ) : (
        <p className="border-y border-rule py-6 text-sm text-ink-soft">Nobody matches “{q}”.</p>
      )}
      {next && (
        <p className="pt-3 text-sm">
          <TextLink href={`/settings/people?${more}`}>More people</TextLink>
        </p>
      )}
      <section aria-labelledby="add" className="mt-12">
        <h2 id="add" className="mb-3 text-lg font-semibold">
          Add somebody before they first sign in
        </h2>
        <AddPerson issuer={issuer} />
      </section>
    </>
  )
}
