import type { Reading } from '../../domain/plan/reading.ts'
import { classNames } from '../ui/class-names.ts'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'

const CHECK_IN = {
  absent: 'not in the plan',
  template: 'still as in the template',
  answered: 'filled in',
} as const

const CHECK_INS = [
  { name: 'one_week', title: 'One-week check-in' },
  { name: 'one_month', title: 'One-month check-in' },
] as const

interface CheckInsReadProps {
  reading: Reading
  lineHref?: string | undefined
}

export function CheckInsRead({ reading, lineHref }: CheckInsReadProps) {
  return (
    <ul className="flex flex-col gap-1">
      {CHECK_INS.map(({ name, title }) => {
        const line = reading.check_in_lines[name]
        return (
          <li
            key={name}
            data-line={line ?? undefined}
            className={classNames(LINE_PART, 'flex items-baseline justify-between gap-4')}
          >
            <span>
              {title}: {CHECK_IN[reading.check_ins[name]]}
            </span>
            {line !== null && <LineNote line={line} lineHref={lineHref} />}
          </li>
        )
      })}
    </ul>
  )
}
