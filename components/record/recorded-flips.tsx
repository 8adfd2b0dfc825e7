import type { EnvironmentFlips } from '../../domain/record/recorded-rollout.ts'
import { EntrySentence } from '../audit/entry-sentence.tsx'
import { capitalised } from '../toggles/capitalised.ts'
import { Mark } from '../ui/mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { MoreThanShown, None, RecordSection } from './record-section.tsx'
import { EntryNumber } from './told-entry.tsx'
import { Utc } from './utc.tsx'

interface RecordedFlipsProps {
  flips: readonly EnvironmentFlips[]
  slug: string
}

/** The flips of the plan's toggles, environment by environment, oldest first. */
export function RecordedFlips({ flips, slug }: RecordedFlipsProps) {
  return (
    <RecordSection id="flips" title="Flips">
      {flips.map((one) => (
        <section
          key={one.environment}
          aria-labelledby={`flips-${one.environment}`}
          className="mb-8"
        >
          <h3 id={`flips-${one.environment}`} className="mb-2 text-lg font-semibold">
            {capitalised(one.environment)}
            {one.protected && <span className="font-normal text-ink-soft">, protected</span>}
          </h3>
          <MoreThanShown
            total={one.total}
            shown={one.shown.length}
            what={`flips in ${one.environment}`}
            slug={slug}
          />
          {one.shown.length === 0 ? (
            <None>No toggle of the plan was flipped in {one.environment}.</None>
          ) : (
            <FlipTable flips={one} />
          )}
        </section>
      ))}
    </RecordSection>
  )
}

function FlipTable({ flips }: { flips: EnvironmentFlips }) {
  return (
    <Table
      caption={`Flips in ${flips.environment}`}
      captionHidden
      head={
        <tr>
          <ColumnHead>UTC</ColumnHead>
          <ColumnHead>What happened</ColumnHead>
          <ColumnHead>Entry</ColumnHead>
        </tr>
      }
    >
      {flips.shown.map(({ seq, at, toggle, type, sentence, reason }) => (
        <Row key={seq}>
          <RowHead className="w-44 font-normal!">
            <Utc at={at} />
          </RowHead>
          <Cell className="min-w-56">
            {type === 'flip.overrode_checks' && (
              <span className="mr-2 inline-flex items-center gap-1.5 align-bottom font-medium text-wait">
                <Mark name="warning" />
                Override
              </span>
            )}
            <EntrySentence toggle={toggle}>{sentence}</EntrySentence>
            {reason && <span className="block text-ink-soft">“{reason}”</span>}
          </Cell>
          <Cell className="w-16">
            <EntryNumber seq={seq} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
