import type { FilterFields } from '../../domain/audit/entry-query.ts'
import type { ToggleStateJson } from '../../domain/toggle/state.ts'
import { capitalised } from '../toggles/capitalised.ts'
import { shortState } from '../toggles/short-state.ts'
import { ToggleKey } from '../toggles/toggle-key.tsx'
import { LevelMark } from '../ui/level-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { auditAddress } from './audit-query.ts'

interface Then extends ToggleStateJson {
  readonly words: string
  readonly seq: number
}

interface Change {
  readonly toggle: string
  readonly environment: string
  readonly before: Then | null
  readonly after: Then
  readonly differs: boolean
  readonly flips: { readonly seqs: readonly number[]; readonly more: boolean }
}

interface DifferenceTableProps {
  changes: readonly Change[]
  /** The span as the log's address has it. */
  span: Required<Pick<FilterFields, 'from' | 'to'>>
}

/** Each toggle that was flipped, with its state before and after and the flips that led there. */
export function DifferenceTable({ changes, span }: DifferenceTableProps) {
  return (
    <Table
      caption="What was flipped"
      head={
        <tr>
          <ColumnHead>Toggle</ColumnHead>
          <ColumnHead className={WIDE}>Environment</ColumnHead>
          <ColumnHead>Before</ColumnHead>
          <ColumnHead>After</ColumnHead>
          <ColumnHead className={WIDE}>By</ColumnHead>
        </tr>
      }
    >
      {changes.map(({ toggle, environment, before, after, differs, flips }) => {
        const by = (
          <FlipLinks flips={flips} address={auditAddress({ ...span, toggle, environment })} />
        )
        return (
          <Row key={`${toggle} ${environment}`}>
            <RowHead className="wrap-anywhere sm:min-w-40">
              <TextLink plain prefetch={false} href={`/toggles/${encodeURIComponent(toggle)}`}>
                <ToggleKey>{toggle}</ToggleKey>
              </TextLink>
              <div className="font-normal text-ink-soft sm:hidden">
                {capitalised(environment)}
                {by}
              </div>
            </RowHead>
            <Cell className={WIDE}>{capitalised(environment)}</Cell>
            <Cell className="sm:min-w-28">{before ? <Level then={before} /> : 'Not there'}</Cell>
            <Cell className="sm:min-w-28">
              <Level then={after} />
              {!differs && <span className="block text-ink-soft">as before</span>}
            </Cell>
            <Cell className={`${WIDE} min-w-40`}>{by}</Cell>
          </Row>
        )
      })}
    </Table>
  )
}

/** On a phone where and by what stands below the toggle's key. */
const WIDE = 'max-sm:hidden'

function Level({ then }: { then: Then }) {
  const { percent, word } = shortState(then)
  return (
    <>
      <LevelMark percent={percent} {...(word === undefined ? {} : { word })} />
      <span className="sr-only">, {then.words}</span>
    </>
  )
}

const SHOWN = 5

function FlipLinks({ flips, address }: { flips: Change['flips']; address: string }) {
  const { seqs, more } = flips
  return (
    <ul className="flex flex-wrap gap-x-3">
      {seqs.slice(0, SHOWN).map((seq) => (
        <li key={seq}>
          <TextLink plain prefetch={false} href={`/audit/${seq}`} className="font-normal!">
            <span className="sr-only">Entry </span>
            <span aria-hidden="true">#</span>
            {seq}
          </TextLink>
        </li>
      ))}
      {seqs.length > 1 && (
        <li>
          <TextLink prefetch={false} href={address}>
            all {more ? `of more than ${seqs.length}` : seqs.length}
          </TextLink>
        </li>
      )}
    </ul>
  )
}
