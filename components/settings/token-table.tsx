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
          <ColumnHead className="md:w-72">Name</ColumnHead>
          <ColumnHead className="hidden md:table-cell">It may</ColumnHead>
          <ColumnHead className="hidden md:table-cell md:w-32">Ends</ColumnHead>
          <ColumnHead className="hidden md:table-cell md:w-32">Last used</ColumnHead>
          <ColumnHead>
            <span className="sr-only">Rotate or revoke</span>
          </ColumnHead>
        </tr>
      }
    >
      {tokens.map((token) => (
        <Row key={token.id}>
          <RowHead>
            <span className="wrap-anywhere">{token.name}</span>
            <span className="block text-xs font-normal text-ink-soft">
              {token.person && !token.is_own ? `of ${token.person}, made ` : 'made '}
              <TimeStamp at={token.created_at} /> by {token.created_by}
            </span>
            <span className="block text-xs font-normal md:hidden">
              May {tokenMay(token)}, until <TimeStamp at={token.expires_at} />
            </span>
          </RowHead>
          <Cell className="hidden md:table-cell">{tokenMay(token)}</Cell>
          <Cell className="hidden whitespace-nowrap md:table-cell">
            <TimeStamp at={token.expires_at} />
          </Cell>
          <Cell className="hidden whitespace-nowrap md:table-cell">
            {token.last_used_at ? (
              <TimeStamp at={token.last_used_at} />
            ) : (
              <StatusMark status="waiting">Never</StatusMark>
            )}
          </Cell>
          <Cell className="w-px text-right">
            <TokenActions token={token} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
