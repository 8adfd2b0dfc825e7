import { TimeStamp } from '../ui/time-stamp.tsx'
import { capitalised } from './capitalised.ts'

type LastAskedProps = {
  asked: readonly {
    readonly environment: string
    readonly by: string | null
    readonly alone: boolean
    readonly last_asked_at: string
    readonly asked: number
  }[]
}

/** Which applications ask for a toggle, and when last: whether code still reads it. */
export function LastAsked({ asked }: LastAskedProps) {
  return (
    <section aria-labelledby="asked" className="flex flex-col gap-1">
      <h2 id="asked" className="border-b border-rule pb-1.5 text-lg font-semibold">
        Last asked
      </h2>
      {asked.length === 0 ? (
        <p className="pt-1 text-sm text-ink-soft">
          No application has asked evaluation for it yet. What is asked shows here about a minute
          later.
        </p>
      ) : (
        <ul className="text-sm">
          {asked.map((use) => (
            <li
              key={`${use.environment} ${use.by} ${use.alone}`}
              className="border-b border-rule py-2"
            >
              <p className="wrap-anywhere">{use.by ?? 'Without a token'}</p>
              <p className="flex flex-wrap gap-x-2 text-ink-soft">
                <span>{capitalised(use.environment)}</span>
                <TimeStamp at={use.last_asked_at} />
                <span className="tabular-nums">
                  {use.alone
                    ? `${use.asked.toLocaleString('en-US')} ${use.asked === 1 ? 'time' : 'times'}`
                    : 'with all other toggles'}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
