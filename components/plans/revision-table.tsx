import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ComparedRevisions, ShownRevision } from './shown-plan.ts'

interface RevisionTableProps {
  slug: string
  revisions: readonly ShownRevision[]
  compared: ComparedRevisions | null
}

export function RevisionTable({ slug, revisions, compared }: RevisionTableProps) {
  const newest = revisions[0]?.number
  const shows = (from: number, to: number) => compared?.from === from && compared.to === to
  return (
    <Table
      caption="Every saved text of this plan, newest first"
      captionHidden
      head={
        <tr>
          <ColumnHead numeric>Revision</ColumnHead>
          <ColumnHead>Saved by</ColumnHead>
          <ColumnHead>Saved</ColumnHead>
          <ColumnHead>What changed</ColumnHead>
          <ColumnHead>SHA-256</ColumnHead>
        </tr>
      }
    >
      {revisions.map(({ number, author, sha256, created_at: at }) => (
        <Row key={number}>
          <RowHead className="text-right">
            <TextLink
              prefetch={false}
              href={`/api/v1/release-plans/${slug}/document?revision=${number}`}
            >
              {number}
            </TextLink>
          </RowHead>
          <Cell>{author ?? 'A service account'}</Cell>
          <Cell className="whitespace-nowrap">
            <TimeStamp at={at} />
          </Cell>
          <Cell>
            <span className="flex flex-wrap gap-x-4">
              {number === 1 ? (
                <span className="text-ink-soft">The first text</span>
              ) : (
                <CompareLink
                  slug={slug}
                  from={number - 1}
                  to={number}
                  isShown={shows(number - 1, number)}
                >
                  Since revision {number - 1}
                </CompareLink>
              )}
              {newest !== undefined && number < newest - 1 && (
                <CompareLink slug={slug} from={number} to={newest} isShown={shows(number, newest)}>
                  Until now
                </CompareLink>
              )}
            </span>
          </Cell>
          <Cell className="font-mono text-xs">{sha256.slice(0, 16)}…</Cell>
        </Row>
      ))}
    </Table>
  )
}

interface CompareLinkProps {
  slug: string
  from: number
  to: number
  isShown: boolean
  children: string | (string | number)[]
}

function CompareLink({ slug, from, to, isShown, children }: CompareLinkProps) {
  if (isShown) return <strong aria-current="true">{children}</strong>
  return (
    <TextLink href={`/plans/${slug}?view=revisions&from=${from}&to=${to}#comparison`}>
      {children}
    </TextLink>
  )
}
