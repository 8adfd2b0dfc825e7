import { Callout } from '../ui/callout.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { percentWords } from '../ui/level-words.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { GuardActions } from './guard-actions.tsx'
import { MakeGuard } from './make-guard.tsx'
import { ReleaseHold } from './release-hold.tsx'

export type GuardsView = {
  readonly guards: readonly {
    readonly id: string
    readonly name: string
    readonly tool: string
    readonly act: 'hold' | 'lower'
    readonly lower_to: number | null
    readonly dry_run: boolean
    readonly signals: readonly {
      readonly at: string
      readonly told: string
      readonly outcome: string
      readonly said: string
    }[]
  }[]
  readonly holds: readonly {
    readonly id: string
    readonly guard: string
    readonly said: string
    readonly since: string
  }[]
  readonly may_manage: boolean
  readonly may_release: boolean
}

type GuardsOfProps = {
  toggle: string
  environment: string
  /** The environment within a sentence. */
  called: string
  isProtected: boolean
  view: GuardsView
}

/** What monitoring may do here: the holds that stand, each guard with what it was told, a new one. */
export function GuardsOf({ toggle, environment, called, isProtected, view }: GuardsOfProps) {
  const { guards, holds } = view
  if (guards.length === 0 && holds.length === 0 && !view.may_manage) return null
  return (
    <>
      {holds.map((hold) => (
        <Callout key={hold.id} tone="danger" title={`The guard “${hold.guard}” holds ${called}`}>
          Nothing widens here, <TimeStamp at={hold.since} />: “{hold.said}”. Narrowing is open.
          {view.may_release && <ReleaseHold id={hold.id} environment={called} />}
        </Callout>
      ))}
      <Disclosure summary={guards.length === 0 ? 'Guards: none' : `Guards: ${guards.length}`}>
        <div className="flex flex-col gap-5">
          <p className="max-w-reading text-sm text-ink-soft">
            An address that monitoring may call when something is wrong. It can hold or lower, never
            widen.
          </p>
          {guards.map((guard) => (
            <article key={guard.id} aria-label={guard.name} className="flex flex-col gap-2 text-sm">
              <div className="flex flex-wrap items-start justify-between gap-3">
                <p>
                  <strong className="font-semibold">{guard.name}</strong> ({guard.tool}){' '}
                  {doesWords(guard)}
                  {guard.dry_run && <>, in a dry run: it only says what it would do</>}.
                </p>
                {view.may_manage && <GuardActions id={guard.id} dryRun={guard.dry_run} />}
              </div>
              {guard.signals.length === 0 && <p className="text-ink-soft">Not called yet.</p>}
              <ul aria-label={`Last signals to ${guard.name}`}>
                {guard.signals.map((signal) => (
                  <li key={`${signal.at} ${signal.said}`}>
                    <StatusMark status={marks[signal.outcome] ?? 'neutral'}>
                      {words[signal.outcome] ?? signal.outcome}
                    </StatusMark>{' '}
                    <TimeStamp at={signal.at} />: “{signal.said}”
                  </li>
                ))}
              </ul>
            </article>
          ))}
          {view.may_manage && (
            <MakeGuard
              toggle={toggle}
              environment={environment}
              called={called}
              mayHold={isProtected}
            />
          )}
        </div>
      </Disclosure>
    </>
  )
}

const marks: Readonly<Record<string, 'go' | 'no-go' | 'waiting' | 'neutral'>> = {
  held: 'no-go',
  lowered: 'no-go',
  asked: 'waiting',
}

const words: Readonly<Record<string, string>> = {
  held: 'Held',
  lowered: 'Lowered',
  rehearsed: 'Rehearsed',
  ignored: 'Over, or a test',
  asked: 'Asked a person',
  nothing_to_do: 'Nothing to do',
}

function doesWords({ act, lower_to }: GuardsView['guards'][number]): string {
  if (act === 'hold') return 'holds it'
  return lower_to === null
    ? 'lowers it to the stage before'
    : `lowers it to ${percentWords(lower_to)}`
}
