import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { Mark } from '../ui/mark.tsx'
import { type Status, statusTones } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'

/** One thing to do: what, on what, and why now. */
export type WaitingItem = {
  readonly key: string
  readonly href: string
  readonly status: Status
  /** In words what the mark shows: "Ready", "Held". */
  readonly word: string
  /** The act, beginning with its verb. */
  readonly act: string
  readonly about: ReactNode
  readonly detail?: string
  readonly at?: string
}

type WaitingListProps = {
  id: string
  title: string
  items: readonly WaitingItem[]
  /** What is said below of those that are not among them. */
  note?: ReactNode
}

const SHOWN = 20

/** Things of one kind to do, the rest of many behind a press; left out when there are none. */
export function WaitingList({ id, title, items, note }: WaitingListProps) {
  if (items.length === 0) return null
  // A few more are no reason to press.
  const shown = items.length > SHOWN + 5 ? items.slice(0, SHOWN) : items
  const others = items.slice(shown.length)
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-b border-rule-strong pb-1.5 text-lg font-semibold">
        {title}{' '}
        <span className="text-sm font-normal text-ink-soft tabular-nums">{items.length}</span>
      </h2>
      <Items items={shown} />
      {others.length > 0 && (
        <Disclosure summary={`${others.length} more`}>
          <Items items={others} />
        </Disclosure>
      )}
      {note && <p className="pt-2 text-sm text-ink-soft">{note}</p>}
    </section>
  )
}

function Items({ items }: Pick<WaitingListProps, 'items'>) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key} className="flex gap-3 border-b border-rule py-3">
          <span className={classNames('mt-1', statusTones[item.status])}>
            <Mark name={item.status === 'neutral' ? 'right' : item.status} />
            <span className="sr-only">{item.word}: </span>
          </span>
          <div className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-6 gap-y-0.5">
            <div className="min-w-0">
              <p>
                <TextLink plain prefetch={false} href={item.href} className="font-semibold!">
                  {item.act}
                </TextLink>
              </p>
              <p className="max-w-reading text-sm text-ink-soft">
                <span className="text-ink">{item.about}</span>
                {item.detail && <> · {item.detail}</>}
              </p>
            </div>
            {item.at && (
              <p className="text-sm text-ink-soft">
                <TimeStamp at={item.at} align="end" />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
