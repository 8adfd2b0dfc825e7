import type { RecordedDiscipline, RecordedWord } from '../../domain/record/recorded-round.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, Row, RowHead } from '../ui/table.tsx'
import { standingWords, verdictMark } from './record-words.ts'
import { EntryNumber } from './told-entry.tsx'
import { Utc } from './utc.tsx'

function Name({ discipline }: { discipline: RecordedDiscipline }) {
  const { name, required, said, said_in_all } = discipline
  return (
    <>
      {name}
      {!required && <span className="block font-normal text-ink-soft">invited</span>}
      {said_in_all > said.length && (
        <span className="block font-normal text-ink-soft">
          the newest {said.length} of {said_in_all}
        </span>
      )}
    </>
  )
}

/** A discipline that was asked and said nothing. */
export function SilentRow({ discipline }: { discipline: RecordedDiscipline }) {
  return (
    <Row>
      <RowHead>
        <Name discipline={discipline} />
      </RowHead>
      <Cell>
        <StatusMark status="waiting">Not said</StatusMark>
      </Cell>
      <Cell colSpan={5} className="text-ink-soft">
        {discipline.required ? 'Asked, and said nothing.' : 'Invited, and said nothing.'}
      </Cell>
    </Row>
  )
}

interface SaidProps {
  said: RecordedWord
  discipline: RecordedDiscipline
  isFirst: boolean
  isNewest: boolean
  isDecided: boolean
}

/** One thing that a discipline said. */
export function SaidRow({ said, discipline, isFirst, isNewest, isDecided }: SaidProps) {
  const { word, status } = verdictMark(said.verdict)
  return (
    <Row>
      <RowHead>
        {isFirst ? <Name discipline={discipline} /> : <span>{discipline.name}, again</span>}
      </RowHead>
      <Cell>
        <StatusMark status={status}>{word}</StatusMark>
      </Cell>
      <Cell className="min-w-40">
        {said.given_by}
        <span className="block text-ink-soft">
          {said.manner === 'signed'
            ? 'signed under their own sign-in'
            : `recorded by ${said.recorded_by}`}
        </span>
        {said.in_place_of && (
          <span className="block text-ink-soft">in the place of {said.in_place_of}</span>
        )}
        {said.note && <span className="block max-w-reading">“{said.note}”</span>}
        {said.would_change && (
          <span className="block max-w-reading">Would turn it: “{said.would_change}”</span>
        )}
      </Cell>
      <Cell>{said.revision}</Cell>
      <Cell className="min-w-32">
        {standingWords(said)}
        {said.late && <span className="block text-ink-soft">said after the decision</span>}
        {isNewest && isDecided && !said.late && isOver(said) && (
          <span className="block text-ink-soft">{thenWords(discipline)}</span>
        )}
      </Cell>
      <Cell>{said.told && <Utc at={said.told.at} />}</Cell>
      <Cell>{said.told && <EntryNumber seq={said.told.seq} />}</Cell>
    </Row>
  )
}

function isOver({ standing }: RecordedWord): boolean {
  return standing === 'stale' || standing === 'expired'
}

function thenWords({ at_decision }: RecordedDiscipline): string {
  if (at_decision === null || at_decision === 'waiting') return 'not said at the decision'
  return at_decision === 'stale' ? 'stale at the decision too' : 'current at the decision'
}
