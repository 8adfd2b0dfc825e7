import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ShownHead } from './shown-heads.ts'

const STATUS = { delivered: 'go', pending: 'waiting', failed: 'no-go' } as const

type HeadTableProps = {
  /** Signed ones, the newest first. */
  heads: readonly ShownHead[]
  /** How many were ever signed. */
  of: number
}

/** The newest signed heads: what each says, and where it went. */
export function HeadTable({ heads, of }: HeadTableProps) {
  const caption =
    of > heads.length ? `The newest ${heads.length} of ${of.toLocaleString('en-US')}` : 'Heads'
  return (
    <Table
      caption={caption}
      head={
        <tr>
          <ColumnHead>Signed</ColumnHead>
          <ColumnHead numeric>Entries</ColumnHead>
          <ColumnHead className={WIDE}>Ends in</ColumnHead>
          <ColumnHead>Went to</ColumnHead>
          <ColumnHead className={WIDE}>File</ColumnHead>
        </tr>
      }
    >
      {heads.map((head) => (
        <Row key={head.at}>
          <RowHead className="font-normal">
            <TimeStamp at={head.at} />
          </RowHead>
          <Cell numeric>
            <TextLink plain prefetch={false} href={`/audit/${head.size}`}>
              {head.size.toLocaleString('en-US')}
            </TextLink>
          </Cell>
          <Cell className={WIDE}>
            <code className="font-mono text-xs" title={head.hash}>
              {head.hash.slice(0, 16)}…
            </code>
          </Cell>
          <Cell>
            <ul className="flex flex-col gap-1">
              {head.deliveries.map(({ place, status, error }) => (
                <li key={place} className="wrap-anywhere">
                  <StatusMark status={STATUS[status]} className="whitespace-normal!">
                    {place}
                    {status !== 'delivered' && `, ${status}`}
                  </StatusMark>
                  {error !== null && <span className="text-sm text-ink-soft"> {error}</span>}
                </li>
              ))}
            </ul>
            <span className="sm:hidden">
              <HeadFile head={head} />
            </span>
          </Cell>
          <Cell className={WIDE}>
            <HeadFile head={head} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** On a phone the file stands below the places that it went to. */
const WIDE = 'max-sm:hidden'

function HeadFile({ head }: { head: ShownHead }) {
  return (
    <a
      className="link"
      href={`data:application/json,${encodeURIComponent(JSON.stringify(head.document))}`}
      download={`head-${head.size}.json`}
    >
      head-{head.size}.json
    </a>
  )
}
