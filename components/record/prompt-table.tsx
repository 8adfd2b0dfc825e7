import { asWords } from '../../domain/audit/phrases.ts'
import type { RecordedRound } from '../../domain/record/recorded-round.ts'
import { capitalised } from '../toggles/capitalised.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { EntryNumber } from './told-entry.tsx'
import { Utc } from './utc.tsx'

interface PromptTableProps {
  prompts: RecordedRound['prompts']
  number: number
}

/** The prompts of a round with the answers that stand. */
export function PromptTable({ prompts, number }: PromptTableProps) {
  return (
    <div className="mt-6">
      <Table
        caption={`Prompts of round ${number}`}
        head={
          <tr>
            <ColumnHead numeric>No.</ColumnHead>
            <ColumnHead>Prompt</ColumnHead>
            <ColumnHead>Answer</ColumnHead>
            <ColumnHead>Answered by</ColumnHead>
            <ColumnHead>UTC</ColumnHead>
            <ColumnHead>Entry</ColumnHead>
          </tr>
        }
      >
        {prompts.map(({ n, text, owner, answer, note, told }) => (
          <Row key={n}>
            <RowHead className="text-right">{n}</RowHead>
            <Cell className="min-w-48">
              {text}
              {owner && <span className="block text-ink-soft">Asked of {owner}</span>}
            </Cell>
            <Cell className="min-w-32">
              {answer === null ? (
                <span className="text-ink-soft">Unanswered</span>
              ) : (
                <strong>{capitalised(asWords(answer))}</strong>
              )}
              {note && <span className="block">“{note}”</span>}
            </Cell>
            <Cell>{told?.by}</Cell>
            <Cell>{told && <Utc at={told.at} />}</Cell>
            <Cell>{told && <EntryNumber seq={told.seq} />}</Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}
