import { asWords } from '../../domain/audit/phrases.ts'
import { StatusMark } from '../ui/status-mark.tsx'

/** The checks as the entry saw them at its moment; nothing where none had to be asked. */
export function CheckedThen({ payload }: { payload: string }) {
  const checks = checksIn(JSON.parse(payload))
  if (checks.length === 0) return null
  return (
    <div>
      <p className="pb-1 text-xs font-semibold">Checks at that moment</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {checks.map(({ check, passed, binds }) => (
          <li key={check}>
            <StatusMark status={passed ? 'go' : binds === false ? 'waiting' : 'no-go'}>
              {asWords(check)}{' '}
              {passed ? 'passed' : binds === false ? 'would not pass' : 'did not pass'}
            </StatusMark>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Check = { readonly check: string; readonly passed: boolean; readonly binds?: unknown }

function checksIn(payload: unknown): readonly Check[] {
  const data = memberOf(payload, 'data')
  const checks = memberOf(data, 'checks')
  return Array.isArray(checks) ? checks.filter(isCheck) : []
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

function isCheck(value: unknown): value is Check {
  return (
    typeof memberOf(value, 'check') === 'string' && typeof memberOf(value, 'passed') === 'boolean'
  )
}
