import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EntryChain } from '../../../../components/audit/entry-chain.tsx'
import { EntryDetails } from '../../../../components/audit/entry-details.tsx'
import { EntryStanding } from '../../../../components/audit/entry-item.tsx'
import { EntrySentence } from '../../../../components/audit/entry-sentence.tsx'
import { EntryLines } from '../../../../components/home/entry-lines.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { Pagination } from '../../../../components/ui/pagination.tsx'
import { TimeStamp } from '../../../../components/ui/time-stamp.tsx'
import { Refused } from '../../../../domain/refusal.ts'
import { findEntries } from '../../../../server/audit/find-entries.ts'
import { findEntry } from '../../../../server/audit/find-entry.ts'
import { findHeads } from '../../../../server/audit/find-heads.ts'
import { currentActor } from '../../../../server/session.ts'

type EntryPageProps = { params: Promise<{ seq: string }> }

export async function generateMetadata({ params }: EntryPageProps): Promise<Metadata> {
  return { title: `Entry ${decodeURIComponent((await params).seq)}` }
}

export default async function EntryPage({ params }: EntryPageProps) {
  const actor = await currentActor()
  const { seq } = await params
  const entry = await findEntry(actor, numberOf(seq)).catch(absent)
  const [{ entries }, { heads }] = await Promise.all([
    findEntries(actor, { request: entry.request_id, limit: 200 }),
    findHeads(actor, 0),
  ])
  const others = entries.filter((other) => other.seq !== entry.seq)
  const isNewest = entry.seq >= (heads[0]?.size ?? 0)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Audit', href: '/audit' }]}
        title={`Entry ${entry.seq}`}
        summary={<TimeStamp at={entry.sealed_at} />}
      />
      <div className="flex max-w-4xl flex-col gap-8">
        <p className="max-w-[60ch] text-lg wrap-anywhere">
          <EntryStanding entry={entry} />
          <EntrySentence toggle={entry.target.toggle}>{entry.sentence}</EntrySentence>
        </p>
        <EntryDetails entry={entry} />
        {others.length > 0 && (
          <section aria-labelledby="others">
            <h2 id="others" className="border-b border-rule-strong pb-1.5 text-lg font-semibold">
              From the same request
            </h2>
            <EntryLines label="Other entries of the same request" entries={others} />
          </section>
        )}
        <EntryChain entry={entry} />
        <Pagination
          label="the log"
          newer={isNewest ? null : `/audit/${entry.seq + 1}`}
          older={entry.seq > 1 ? `/audit/${entry.seq - 1}` : null}
        />
      </div>
    </>
  )
}

function numberOf(seq: string): number {
  return /^[1-9]\d{0,14}$/.test(seq) ? Number(seq) : 0
}

function absent(error: unknown): never {
  if (error instanceof Refused && error.refusal.code === 'not_found') notFound()
  throw error
}
