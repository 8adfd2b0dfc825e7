import type { Metadata } from 'next'
import { AuditNav } from '../../../components/audit/audit-nav.tsx'
import {
  type AuditQuery,
  auditAddress,
  readAuditQuery,
  type SearchParams,
} from '../../../components/audit/audit-query.ts'
import { EntryFilterForm } from '../../../components/audit/entry-filter-form.tsx'
import { EntryList } from '../../../components/audit/entry-list.tsx'
import { ExportLinks } from '../../../components/audit/export-links.tsx'
import { LiveTail } from '../../../components/audit/live-tail.tsx'
import { QuickFilters } from '../../../components/audit/quick-filters.tsx'
import { SavedViews } from '../../../components/audit/saved-views.tsx'
import { Verification } from '../../../components/audit/verification.tsx'
import { Callout } from '../../../components/ui/callout.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { LinkButton } from '../../../components/ui/link-button.tsx'
import { PageHeader } from '../../../components/ui/page-header.tsx'
import { Pagination } from '../../../components/ui/pagination.tsx'
import { may } from '../../../domain/permissions.ts'
import { findChoices } from '../../../server/audit/find-choices.ts'
import { type EntryPage, findEntries } from '../../../server/audit/find-entries.ts'
import { findHeads } from '../../../server/audit/find-heads.ts'
import { findViews } from '../../../server/audit/find-views.ts'
import { currentActor } from '../../../server/session.ts'
import { PastState } from './past-state.tsx'

export const metadata: Metadata = { title: 'Audit' }

const PAGE = 50

type AuditPageProps = { searchParams: Promise<SearchParams> }

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const params = await searchParams
  const actor = await currentActor()
  if (params.at !== undefined) return <PastState actor={actor} params={params} />
  const asked = readAuditQuery(params)
  const [page, choices, views, heads] = await Promise.all([
    findEntries(actor, { ...asked.query, limit: PAGE }),
    findChoices(actor),
    findViews(actor),
    findHeads(actor),
  ])
  const { newer, older } = neighbours(asked, page)
  const [newest] = page.entries
  return (
    <>
      <PageHeader
        title="Audit"
        summary="Who did what, when, why and on whose go. Refused attempts stand here too."
        actions={
          may(actor, 'audit.export') && (
            <ExportLinks fields={asked.fields} newest={heads.heads[0]?.size ?? 0} />
          )
        }
      />
      <AuditNav current="entries" />
      <Verification heads={heads} />
      <EntryFilterForm fields={asked.fields} choices={choices} />
      <QuickFilters fields={asked.fields} />
      <SavedViews fields={asked.fields} views={views} />
      {asked.leftOut.length > 0 && (
        <div className="mb-6">
          <Callout tone="warning" title="Some of the address was not understood and is left out">
            <ul>
              {asked.leftOut.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Callout>
        </div>
      )}
      {newer === null && (
        <LiveTail
          key={auditAddress(asked.fields)}
          fields={asked.fields}
          newest={newest?.seq ?? 0}
        />
      )}
      <EntryList entries={page.entries} />
      {!newest && (
        <EmptyState
          title="No entry is like that"
          action={<LinkButton href="/audit">Show every entry</LinkButton>}
        >
          Every change of a plan, a toggle, a roll call or a role is written here as it happens, and
          so is every attempt that was refused. Nothing matches all of what you chose above.
        </EmptyState>
      )}
      <Pagination label="entries" newer={newer} older={older}>
        {newest && `${page.entries.at(-1)?.seq} to ${newest.seq}`}
      </Pagination>
    </>
  )
}

/** The addresses of the pages beside this one. */
function neighbours(
  { fields, query }: AuditQuery,
  { entries, next_cursor: next }: EntryPage,
): { newer: string | null; older: string | null } {
  const older = next === null ? null : auditAddress(fields, { cursor: next })
  const [newest] = entries
  const isNewestPage =
    query.cursor === undefined && (query.after === undefined || entries.length < PAGE)
  if (isNewestPage) return { newer: null, older }
  return { newer: auditAddress(fields, newest ? { after: newest.seq } : {}), older }
}
