import type { ToggleStateJson } from '../../domain/toggle/state.ts'
import { capitalised } from '../toggles/capitalised.ts'
import { shortState } from '../toggles/short-state.ts'
import { ToggleKey } from '../toggles/toggle-key.tsx'
import { LevelMark } from '../ui/level-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'

export type PastStateOf = ToggleStateJson & {
  readonly toggle: string
  readonly environment: string
  readonly archived: boolean
  readonly seq: number
}

type PastStateTableProps = {
  caption: string
  /** In their order. */
  environments: readonly { readonly key: string; readonly protected: boolean }[]
  states: readonly PastStateOf[]
}

/** A row a toggle, a column an environment, each cell a link to the entry that led to it. */
export function PastStateTable({ caption, environments, states }: PastStateTableProps) {
  const toggles = Map.groupBy(states, ({ toggle }) => toggle)
  return (
    <Table
      caption={caption}
      head={
        <tr>
          <ColumnHead>Toggle</ColumnHead>
          {environments.map((environment) => (
            <ColumnHead
              key={environment.key}
              className={environment.protected ? 'bg-loud px-3! text-on-loud' : ''}
            >
              {capitalised(environment.key)}
            </ColumnHead>
          ))}
        </tr>
      }
    >
      {[...toggles].map(([toggle, its]) => (
        <Row key={toggle}>
          <RowHead className="min-w-40 wrap-anywhere">
            <ToggleKey>{toggle}</ToggleKey>
            {its[0]?.archived && <span className="font-normal text-ink-soft"> · archived</span>}
          </RowHead>
          {environments.map((environment) => (
            <Cell
              key={environment.key}
              className={environment.protected ? 'border-x border-rule-strong bg-well px-3!' : ''}
            >
              <PastCell state={its.find((state) => state.environment === environment.key)} />
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  )
}

function PastCell({ state }: { state: PastStateOf | undefined }) {
  if (!state) return <span className="text-ink-soft">not there</span>
  const { percent, word } = shortState(state)
  return (
    <TextLink plain prefetch={false} href={`/audit/${state.seq}`}>
      <LevelMark percent={percent} {...(word === undefined ? {} : { word })} />
      <span className="sr-only">, by entry {state.seq}</span>
    </TextLink>
  )
}
