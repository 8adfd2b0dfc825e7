import type { WaitingItem } from './waiting-list.tsx'

interface ReviewDue {
  readonly entries: number
  readonly open_overrides: number
  readonly last: string | null
}

/** What the log asks of whoever answers for it: open overrides are said first. */
export function reviewItems(due: ReviewDue | null): WaitingItem[] {
  if (due === null) return []
  const { entries, open_overrides: open, last } = due
  const overrides =
    open === 0 ? [] : [open === 1 ? '1 override is open' : `${open} overrides are open`]
  const since = last === null ? 'never reviewed' : 'since your last review'
  const unread = `${entries.toLocaleString('en-US')} ${entries === 1 ? 'entry' : 'entries'}, ${since}`
  return [
    {
      key: 'review',
      href: '/audit/review',
      status: open > 0 ? 'no-go' : 'waiting',
      word: open > 0 ? 'Open' : 'Waiting',
      act: 'Read the log and say that you did',
      about: 'Audit log',
      detail: [...overrides, unread].join('; '),
      ...(last === null ? {} : { at: last }),
    },
  ]
}
