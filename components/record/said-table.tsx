import type {
  RecordedDiscipline,
  RecordedRound,
  RecordedWord,
} from '../../domain/record/recorded-round.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { standingWords, verdictMark } from './record-words.ts'
import { EntryNumber } from './told-entry.tsx'
import { Utc } from './utc.tsx'

/** Everything that each discipline said, a row a word: who said it, who recorded it, and on what. */
export function SaidTable({ round }: { round: RecordedRound }) {
  const isDecided = round.decided !== null
  return (
    <div className="mt-4">
      <Table
        caption={`Sign-offs of round ${round.number}`}
        head={
          <tr>
            <ColumnHead>Discipline</ColumnHead>
            <ColumnHead>Said</ColumnHead>
            <ColumnHead>By whom</ColumnHead>
            <ColumnHead>Revision</ColumnHead>
            <ColumnHead>Counts</ColumnHead>
            <ColumnHead>UTC</ColumnHead>
            <ColumnHead>Entry</ColumnHead>
          </tr>
        }
      >
        {round.disciplines.flatMap((discipline) =>
          discipline.said.length === 0 ? (
            <Silent key={discipline.discipline} discipline={discipline} />
          ) : (
            discipline.said.map((said, index) => (
              <Said
                key={said.id}
                said={said}
                discipline={discipline}
                isFirst={index === 0}
                isNewest={index === discipline.said.length - 1}
                isDecided={isDecided}
              />
            ))
          ),
        )}
      </Table>
    </div>
  )
}

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

function Silent({ discipline }: { discipline: RecordedDiscipline }) {
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

function Said({ said, discipline, isFirst, isNewest, isDecided }: SaidProps) {
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
        {said.note && <span className="block max-w-reading">“{said.note}”</span>}
      </Cell>
      <Cell>{said.revision}</Cell>
      <Cell className="min-w-32">
        {standingWords(said)}
        {isNewest && isDecided && said.standing === 'stale' && (
          <span className="block text-ink-soft">{thenWords(discipline)}</span>
        )}
      </Cell>
      <Cell>{said.told && <Utc at={said.told.at} />}</Cell>
      <Cell>{said.told && <EntryNumber seq={said.told.seq} />}</Cell>
    </Row>
  )
}

function thenWords({ at_decision }: RecordedDiscipline): string {
  if (at_decision === null || at_decision === 'waiting') return 'not said at the decision'
  return at_decision === 'stale' ? 'stale at the decision too' : 'current at the decision'
}
