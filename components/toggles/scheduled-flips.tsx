import { Disclosure } from '../ui/disclosure.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { shortWords } from './act-words.ts'
import { CancelSchedule } from './cancel-schedule.tsx'
import { ScheduleFlip } from './schedule-flip.tsx'

export type ScheduleView = {
  readonly id: string
  readonly at: string
  readonly state: 'waiting' | 'done' | 'refused' | 'cancelled'
  readonly flips: readonly { readonly toggle: string; readonly from: string; readonly to: string }[]
  readonly reason: string
  readonly made_by: string
  readonly refusal: string | null
  readonly may_cancel: boolean
}

type ScheduledFlipsProps = {
  toggle: string
  environment: string
  /** The environment within a sentence. */
  called: string
  schedules: readonly ScheduleView[]
  /** Whether the reader may flip here at all. */
  maySchedule: boolean
}

/** What will happen by itself and who signed it, what became of the last ones, and a new one. */
export function ScheduledFlips(props: ScheduledFlipsProps) {
  const { toggle, environment, called, schedules, maySchedule } = props
  const ahead = schedules.filter(({ state }) => state === 'waiting')
  const over = schedules.filter(({ state }) => state !== 'waiting').slice(0, 3)
  if (schedules.length === 0 && !maySchedule) return null
  return (
    <Disclosure
      open={ahead.length > 0}
      summary={ahead.length === 0 ? 'Schedule a flip' : `Scheduled: ${ahead.length}`}
    >
      <div className="flex flex-col gap-4">
        {ahead.length > 0 && (
          <ul aria-label={`Scheduled in ${called}`} className="flex flex-col gap-2 text-sm">
            {ahead.map((schedule) => (
              <li
                key={schedule.id}
                className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2"
              >
                <span className="min-w-0 flex-1 basis-60">
                  <TimeStamp at={schedule.at} align="start" />: {flipWords(schedule)}, signed by{' '}
                  {schedule.made_by}. “{schedule.reason}”
                </span>
                {schedule.may_cancel && <CancelSchedule id={schedule.id} />}
              </li>
            ))}
          </ul>
        )}
        {over.length > 0 && (
          <ul aria-label={`Scheduled before in ${called}`} className="text-sm text-ink-soft">
            {over.map((schedule) => (
              <li key={schedule.id}>
                <StatusMark status={schedule.state === 'refused' ? 'no-go' : 'neutral'}>
                  {outcomes[schedule.state]}
                </StatusMark>{' '}
                <TimeStamp at={schedule.at} />: {flipWords(schedule)}
                {schedule.refusal && <>. {schedule.refusal}</>}
              </li>
            ))}
          </ul>
        )}
        {maySchedule && <ScheduleFlip toggle={toggle} environment={environment} called={called} />}
      </div>
    </Disclosure>
  )
}

const outcomes = {
  waiting: 'To come',
  done: 'Done',
  refused: 'Refused',
  cancelled: 'Cancelled',
} as const

function flipWords({ flips }: ScheduleView): string {
  const [first, ...others] = flips
  if (!first) return 'nothing'
  const move = `${shortWords(first.from)} → ${shortWords(first.to)}`
  return others.length === 0 ? move : `${move}, with ${others.length} more`
}
