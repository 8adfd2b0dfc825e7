import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { TokenActions } from './token-actions.tsx'
import { type ShownToken, tokenMay } from './token-words.ts'

/** Tokens that stand, with what each may, until when, and whether anybody uses it. */
export function TokenTable({
  caption,
  tokens,
}: {
  caption: string
  tokens: readonly ShownToken[]
}) {
  return (
    <Table
      caption={caption}
      captionHidden
      head={
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead>It may</ColumnHead>
          <ColumnHead>Ends</ColumnHead>
          <ColumnHead className="hidden md:table-cell">Last used</ColumnHead>
          <ColumnHead>
            <span className="sr-only">Rotate or revoke</span>
          </ColumnHead>
        </tr>
      }
    >
      {tokens.map((token) => (
        <Row key={token.id}>
          <RowHead>
            {token.name}
            <span className="block text-xs font-normal text-ink-soft">
              {token.person && !token.is_own ? `of ${token.person}, made ` : 'made '}
              <TimeStamp at={token.created_at} /> by {token.created_by}
            </span>
          </RowHead>
          <Cell>{tokenMay(token)}</Cell>
          <Cell>
            <TimeStamp at={token.expires_at} />
          </Cell>
          <Cell className="hidden md:table-cell">
            {token.last_used_at ? (
              <TimeStamp at={token.last_used_at} />
            ) : (
              <StatusMark status="waiting">Never</StatusMark>
            )}
          </Cell>
          <Cell className="text-right">
            <TokenActions token={token} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
