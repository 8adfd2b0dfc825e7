import { whatItAsks } from '../../domain/rollout/check-words.ts'
import { checkName } from '../toggles/check-list.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'

export type CheckMatrixEnvironment = {
  readonly environment: string
  readonly name: string
  readonly protected: boolean
  readonly checks: readonly {
    readonly check: string
    readonly binds: boolean
    readonly always: boolean
  }[]
}

/** A row a check, a column an environment: whether it holds a flip there, or only advises. */
export function CheckMatrix({ environments }: { environments: readonly CheckMatrixEnvironment[] }) {
  const checks = environments[0]?.checks ?? []
  return (
    <Table
      caption="Which checks bind"
      captionHidden
      head={
        <tr>
          <ColumnHead>Check</ColumnHead>
          {environments.map(({ environment, name, protected: isProtected }) => (
            <ColumnHead
              key={environment}
              className={isProtected ? 'bg-loud px-3! text-on-loud' : 'px-3!'}
            >
              {name}
            </ColumnHead>
          ))}
        </tr>
      }
    >
      {checks.map(({ check, always }) => (
        <Row key={check}>
          <RowHead className="min-w-44">
            {checkName(check)}
            <span className="block max-w-reading text-xs font-normal text-ink-soft">
              {whatItAsks(check)}
            </span>
          </RowHead>
          {environments.map(({ environment, checks: here }) => {
            const binds = here.find((one) => one.check === check)?.binds === true
            return (
              <Cell key={environment} className="px-3! whitespace-nowrap">
                <StatusMark status={binds ? 'go' : 'neutral'}>
                  {always ? 'Always binds' : binds ? 'Binds' : 'Advises'}
                </StatusMark>
              </Cell>
            )
          })}
        </Row>
      ))}
    </Table>
  )
}
