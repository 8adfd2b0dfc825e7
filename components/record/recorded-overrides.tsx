import { asWords } from '../../domain/audit/phrases.ts'
import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { capitalised } from '../toggles/capitalised.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { MoreThanShown, None, RecordSection } from './record-section.tsx'
import { ToldBy } from './told-entry.tsx'

interface RecordedOverridesProps {
  overrides: ReleaseRecord['overrides']
  slug: string
}

/** Widenings that went ahead although checks failed, each with what a second person said of it. */
export function RecordedOverrides({ overrides, slug }: RecordedOverridesProps) {
  const { total, shown } = overrides
  return (
    <RecordSection id="overrides" title="Overrides">
      {total === 0 ? (
        <None>Every widening met its checks: none was overridden.</None>
      ) : (
        <>
          <MoreThanShown total={total} shown={shown.length} what="overrides" slug={slug} />
          <Table
            caption="Overrides"
            captionHidden
            head={
              <tr>
                <ColumnHead>Where</ColumnHead>
                <ColumnHead>Passed over, and why</ColumnHead>
                <ColumnHead>Review</ColumnHead>
              </tr>
            }
          >
            {shown.map((one) => (
              <Row key={one.id}>
                <RowHead className="min-w-36 wrap-anywhere">
                  {one.toggle} in {one.environment}
                </RowHead>
                <Cell className="min-w-48">
                  {one.checks.map(asWords).join(', ')}
                  <span className="block">“{one.reason}”</span>
                  <span className="block text-ink-soft">
                    By <ToldBy told={one.made} />
                  </span>
                </Cell>
                <Cell className="min-w-40">
                  <Review override={one} />
                </Cell>
              </Row>
            ))}
          </Table>
        </>
      )}
    </RecordSection>
  )
}

function Review({ override }: { override: ReleaseRecord['overrides']['shown'][number] }) {
  const { verdict, review_note, reviewed } = override
  if (verdict === null) return <strong>Open: nobody has reviewed it.</strong>
  return (
    <>
      <strong>{capitalised(asWords(verdict))}</strong>
      {review_note && <span className="block">“{review_note}”</span>}
      <span className="block text-ink-soft">
        By <ToldBy told={reviewed} />
      </span>
    </>
  )
}
