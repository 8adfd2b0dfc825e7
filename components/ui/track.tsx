import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type TrackStep = {
  key: string
  label: ReactNode
  /** Under the label: "25 %", "since Tuesday". */
  detail?: ReactNode
  state: 'done' | 'current' | 'paused' | 'ahead' | 'stopped'
}

const words = {
  done: 'Done',
  current: 'Now',
  paused: 'Paused',
  ahead: 'Ahead',
  stopped: 'Stopped',
} as const

/** Steps in their order: along a line where there is room, down a line where there is not. */
export function Track({ label, steps }: { label: string; steps: readonly TrackStep[] }) {
  return (
    <div className="@container">
      <ol aria-label={label} className="track">
        {steps.map((step) => (
          <li
            key={step.key}
            data-state={step.state}
            aria-current={isNow(step) ? 'step' : undefined}
            className="track-step"
          >
            <Stop state={step.state} />
            <div className="min-w-0 text-sm">
              <p
                className={classNames(
                  isNow(step) ? 'font-bold' : 'font-medium',
                  step.state === 'ahead' && 'text-ink-soft',
                )}
              >
                <span className="sr-only">{words[step.state]}: </span>
                {step.label}
              </p>
              {step.detail && <p className="text-xs text-ink-soft">{step.detail}</p>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

function isNow({ state }: TrackStep): boolean {
  return state === 'current' || state === 'paused'
}

function Stop({ state }: { state: TrackStep['state'] }) {
  return (
    <svg viewBox="0 0 24 24" className="track-stop" fill="none" aria-hidden="true">
      {state === 'done' && (
        <>
          <circle cx="12" cy="12" r="10" className="fill-ink" />
          <path d="m7.5 12.5 3 3 6-7" strokeWidth="2.25" className="stroke-paper" />
        </>
      )}
      {state === 'current' && (
        <>
          <circle cx="12" cy="12" r="9" strokeWidth="3" className="fill-paper stroke-accent" />
          <circle cx="12" cy="12" r="4" className="fill-accent" />
        </>
      )}
      {state === 'paused' && (
        <>
          <circle cx="12" cy="12" r="9" strokeWidth="3" className="fill-paper stroke-wait" />
          <path d="M9.5 8.5v7m5-7v7" strokeWidth="2.25" className="stroke-wait" />
        </>
      )}
      {state === 'ahead' && (
        <circle cx="12" cy="12" r="9" strokeWidth="2" className="fill-paper stroke-edge" />
      )}
      {state === 'stopped' && (
        <>
          <circle cx="12" cy="12" r="10" className="fill-no-go" />
          <path d="m8.5 8.5 7 7m0-7-7 7" strokeWidth="2.25" className="stroke-on-no-go" />
        </>
      )}
    </svg>
  )
}
