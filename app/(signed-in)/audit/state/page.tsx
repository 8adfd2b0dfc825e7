import type { Metadata } from 'next'
import { AuditNav } from '../../../../components/audit/audit-nav.tsx'
import type { SearchParams } from '../../../../components/audit/audit-query.ts'
import { DifferenceForm } from '../../../../components/audit/difference-form.tsx'
import { DifferenceTable } from '../../../../components/audit/difference-table.tsx'
import { inputMoment } from '../../../../components/audit/input-moment.ts'
import { EntryLines } from '../../../../components/home/entry-lines.tsx'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { TextLink } from '../../../../components/ui/text-link.tsx'
import { pastMomentSchema } from '../../../../domain/audit/entry-query.ts'
import { momentInWords } from '../../../../domain/audit/moment-words.ts'
import { findChoices } from '../../../../server/audit/find-choices.ts'
import { currentActor } from '../../../../server/session.ts'
import { stateDifference } from '../../../../server/toggles/state-difference.ts'

export const metadata: Metadata = { title: 'Between two moments' }

const HOUR_MS = 3_600_000

type DifferencePageProps = { searchParams: Promise<SearchParams> }

/** What was flipped between two moments; the last hour when none are named. */
export default async function DifferencePage({ searchParams }: DifferencePageProps) {
  const params = await searchParams
  const actor = await currentActor()
  const now = Date.now()
  const from = textOf(params.from) ?? new Date(now - HOUR_MS).toISOString()
  const to = textOf(params.to) ?? new Date(now).toISOString()
  const [first, last] = [pastMomentSchema.safeParse(from), pastMomentSchema.safeParse(to)]
  const { environments } = await findChoices(actor)
  const environment = environments.find(({ key }) => key === params.environment)?.key
  const isSpan = first.success && last.success && first.data <= last.data
  const found = isSpan
    ? await stateDifference(actor, { from: first.data, to: last.data, environment })
    : null
  return (
    <>
      <PageHeader
        title="Audit"
        summary="What was flipped between two moments, from the log alone."
      />
      <AuditNav current="difference" />
      <DifferenceForm
        from={inputMoment(from)}
        to={inputMoment(to)}
        environment={environment ?? ''}
        environments={environments.map(({ key }) => key)}
        error={isSpan ? undefined : 'Choose two moments, the earlier one first.'}
      />
      {found && found.changes.length > 0 && (
        <div className="flex flex-col gap-8">
          <p className="max-w-reading text-ink-soft">
            {found.from.seq === 0 ? (
              'From the first entry on, up to and'
            ) : (
              <>
                After <TextLink href={`/audit/${found.from.seq}`}>entry {found.from.seq}</TextLink>,
                up to and
              </>
            )}{' '}
            with <TextLink href={`/audit/${found.to.seq}`}>entry {found.to.seq}</TextLink>.
          </p>
          <DifferenceTable
            changes={found.changes}
            span={{ from: found.from.at, to: found.to.at }}
          />
          <section aria-labelledby="between" className="max-w-4xl">
            <h2 id="between" className="border-b border-rule-strong pb-1.5 text-lg font-semibold">
              The flips between
            </h2>
            <EntryLines label="The flips between, newest first" entries={found.flips} />
          </section>
        </div>
      )}
      {found?.changes.length === 0 && (
        <EmptyState title="Nothing was flipped">
          From {momentInWords(found.from.at)} to {momentInWords(found.to.at)} every toggle stayed as
          it was. Choose other moments.
        </EmptyState>
      )}
    </>
  )
}

function textOf(param: string | string[] | undefined): string | null {
  return typeof param === 'string' && param.trim() !== '' ? param.trim() : null
}
