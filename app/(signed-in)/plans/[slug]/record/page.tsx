import type { Metadata } from 'next'
import { EntryParts } from '../../../../../components/record/entry-table.tsx'
import { PrintButton } from '../../../../../components/record/print-button.tsx'
import { RecordContents } from '../../../../../components/record/record-contents.tsx'
import { RecordNav } from '../../../../../components/record/record-nav.tsx'
import { RecordSummary } from '../../../../../components/record/record-summary.tsx'
import { RecordedCheckIns } from '../../../../../components/record/recorded-check-ins.tsx'
import { RecordedFindings } from '../../../../../components/record/recorded-findings.tsx'
import { RecordedFlips } from '../../../../../components/record/recorded-flips.tsx'
import { RecordedFreezes } from '../../../../../components/record/recorded-freezes.tsx'
import { RecordedOverrides } from '../../../../../components/record/recorded-overrides.tsx'
import { RecordedRounds } from '../../../../../components/record/recorded-rounds.tsx'
import { RecordedStages } from '../../../../../components/record/recorded-stages.tsx'
import { RecordedText } from '../../../../../components/record/recorded-text.tsx'
import { VerificationSteps } from '../../../../../components/record/verification-steps.tsx'
import { type Asked, askedOnce } from '../../../../../components/ui/asked-once.ts'
import { buttonLook } from '../../../../../components/ui/button-look.ts'
import { PageHeader } from '../../../../../components/ui/page-header.tsx'
import { PrintedTitle } from '../../../../../components/ui/printed-title.tsx'
import { orNotFound } from '../../../../../server/or-not-found.ts'
import { findRecord } from '../../../../../server/record/find-record.ts'
import { findRollCalls } from '../../../../../server/roll-call/find-roll-calls.ts'
import { currentActor } from '../../../../../server/session.ts'
import { numberIn } from '../read-address.ts'

interface RecordPageProps {
  params: Promise<{ slug: string }>
  searchParams: Asked
}

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: `Record of ${decodeURIComponent((await params).slug)}` }
}

export default async function RecordPage({ params, searchParams }: RecordPageProps) {
  const actor = await currentActor()
  const slug = decodeURIComponent((await params).slug)
  const asked = (await askedOnce(searchParams)).round
  const round = asked === undefined ? undefined : (numberIn(asked) ?? 0)
  const record = await orNotFound(findRecord(actor, { slug, round }))
  const rounds = await findRollCalls(actor, slug)
  const { plan, as_of, text } = record
  const query = round === undefined ? '' : `?round=${round}`
  return (
    <>
      <PrintedTitle
        title={`${plan.title}: record of the release`}
        note={`Rollcall, as of entry ${as_of.seq}; plan SHA-256 ${text.sha256.slice(0, 16)}…`}
      />
      <PageHeader
        title={`Record of ${plan.title}`}
        crumbs={[
          { label: 'Plans', href: '/plans' },
          { label: plan.title, href: `/plans/${slug}` },
        ]}
        summary="What was planned, said and flipped, and the entries of the log that prove it."
        actions={
          <>
            <a
              href={`/api/v1/release-plans/${slug}/record${query}`}
              download={`record-${slug}.json`}
              className={buttonLook('secondary', 'regular')}
            >
              For verifying
              <span className="font-normal text-ink-soft">JSON</span>
            </a>
            <PrintButton />
          </>
        }
      />
      <RecordNav slug={slug} rounds={rounds} current={record.as_of.round} />
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[11rem_minmax(0,1fr)] print:block">
        <RecordContents />
        <div className="min-w-0">
          <RecordSummary record={record} />
          <RecordedRounds rounds={record.rounds} />
          <RecordedFindings findings={record.findings} />
          <RecordedStages
            stages={record.stages}
            former={record.former_runs}
            other={record.other}
            slug={slug}
          />
          <RecordedFlips flips={record.flips} slug={slug} />
          <RecordedOverrides overrides={record.overrides} slug={slug} />
          <RecordedFreezes freezes={record.freezes} />
          <RecordedCheckIns checkIns={record.check_ins} />
          <VerificationSteps verification={record.verification} />
          <EntryParts entries={record.entries} slug={slug} />
          <RecordedText text={text} revisions={record.revisions} slug={slug} />
        </div>
      </div>
    </>
  )
}
