import type { RecordedRun } from '../../domain/record/recorded-outcome.ts'
import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { OutcomeParts } from './outcome-parts.tsx'
import { MoreThanShown } from './record-section.tsx'
import { DECISIONS, MOVES, runStanding } from './record-words.ts'
import { ToldBy } from './told-entry.tsx'
import { Utc } from './utc.tsx'

interface RunTableProps {
  title: string
  runs: ReleaseRecord['former_runs']
  slug: string
  /** Whether each row says which stage it was of. */
  namesStage?: boolean
}

/** Each time that a stage was carried out, and what it came to; nothing where it never was. */
export function RunTable({ title, runs, slug, namesStage = false }: RunTableProps) {
  if (runs.total === 0) return null
  return (
    <div className="mt-6">
      <MoreThanShown total={runs.total} shown={runs.shown.length} what="runs" slug={slug} />
      <Table
        caption={title}
        head={
          <tr>
            <ColumnHead>Where</ColumnHead>
            <ColumnHead>Standing</ColumnHead>
            <ColumnHead>What became of it</ColumnHead>
            <ColumnHead>Results, as recorded</ColumnHead>
          </tr>
        }
      >
        {runs.shown.map((run) => (
          <Row key={run.id}>
            <RowHead className="min-w-36 wrap-anywhere">
              {namesStage && <span className="block">{stageOf(run)}</span>}
              {run.toggle ?? 'The whole plan'} in {run.environment}
              {run.run > 1 && <span className="block font-normal">Run {run.run}</span>}
            </RowHead>
            <Cell className="min-w-32">
              <Standing run={run} />
            </Cell>
            <Cell className="min-w-48">
              <Moves run={run} />
            </Cell>
            <Cell className="min-w-56">
              <Results run={run} title={title} />
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}

function stageOf({ label, percentage }: RecordedRun): string {
  return percentage === null ? label : `${label}, ${percentage} %`
}

function Standing({ run }: { run: RecordedRun }) {
  const { word, status } = runStanding(run)
  return (
    <>
      <StatusMark status={status}>{word}</StatusMark>
      {run.standing === 'soaking' && run.soak_ends_at && (
        <span className="block text-ink-soft">
          until <Utc at={run.soak_ends_at} /> UTC
        </span>
      )}
    </>
  )
}

function Moves({ run: { started, moves, waivers } }: { run: RecordedRun }) {
  return (
    <>
      <span className="block">
        Started by <ToldBy told={started} />
      </span>
      {moves.map(({ move, reason, told }) => (
        <span key={told?.seq} className="mt-1.5 block">
          {MOVES[move]} by <ToldBy told={told} />
          {reason && <span className="block">“{reason}”</span>}
        </span>
      ))}
      {waivers.map(({ id, criterion, reason, waived }) => (
        <span key={id} className="mt-1.5 block">
          {criterion === null ? 'The soak' : `The criterion “${criterion}”`} waived by{' '}
          <ToldBy told={waived} />
          <span className="block">“{reason}”</span>
        </span>
      ))}
    </>
  )
}

function Results({ run, title }: { run: RecordedRun; title: string }) {
  const { results, toggle, environment } = run
  if (results === null) return <span className="text-ink-soft">None recorded</span>
  return (
    <>
      <strong className="block">{DECISIONS[results.decision]}</strong>
      <OutcomeParts
        outcome={results}
        label={`${title}, ${toggle ?? 'the whole plan'} in ${environment}, run ${run.run}`}
      />
    </>
  )
}
