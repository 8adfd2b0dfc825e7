import type { FilterName } from '../../domain/audit/entry-query.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { auditAddress } from './audit-query.ts'
import type { ShownReview } from './shown-review.ts'

type Part = {
  caption: string
  filter: FilterName
  rows: ShownReview['people']
  words: (name: string) => string
}

const asIs = (name: string): string => name
const kindWords = (type: string): string => type.replaceAll('_', ' ').replace('.', ': ')

/** What is new since the last review: by person, by toggle and by kind, each a way to read it. */
export function ReviewCounts({ view }: { view: ShownReview }) {
  const parts: Part[] = [
    { caption: 'By person', filter: 'actor', rows: view.people, words: asIs },
    { caption: 'By toggle', filter: 'toggle', rows: view.toggles, words: asIs },
    { caption: 'By kind', filter: 'action', rows: view.kinds, words: kindWords },
  ]
  const since = view.reviewed_to_at === null ? {} : { from: view.reviewed_to_at }
  return (
    <div className="grid gap-8 md:grid-cols-3">
      {parts
        .filter(({ rows }) => rows.length > 0)
        .map(({ caption, filter, rows, words }) => (
          <Table
            key={filter}
            caption={caption}
            head={
              <tr>
                <ColumnHead>{caption.replace('By ', '').replace(/^./, upper)}</ColumnHead>
                <ColumnHead numeric>Entries</ColumnHead>
                <ColumnHead numeric>Refused</ColumnHead>
              </tr>
            }
          >
            {rows.map(({ name, count, denied }) => (
              <Row key={name}>
                <RowHead className="font-normal wrap-anywhere">
                  <TextLink
                    plain
                    prefetch={false}
                    href={auditAddress({ ...since, [filter]: name })}
                  >
                    {words(name)}
                  </TextLink>
                </RowHead>
                <Cell numeric>{count.toLocaleString('en-US')}</Cell>
                <Cell numeric>{denied === 0 ? '–' : denied.toLocaleString('en-US')}</Cell>
              </Row>
            ))}
          </Table>
        ))}
    </div>
  )
}

function upper(letter: string): string {
  return letter.toUpperCase()
}
