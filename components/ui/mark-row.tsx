import { classNames } from './class-names.ts'
import { Mark } from './mark.tsx'
import { type Status, statusTones } from './status-mark.tsx'

export type MarkRowItem = { label: string; status: Status; word: string }

/** Many states on one line: a shape each, named in words for who cannot see shapes. */
export function MarkRow({ label, items }: { label: string; items: readonly MarkRowItem[] }) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
      {items.map((item) => (
        <li key={item.label} className="flex items-center gap-1.5 whitespace-nowrap">
          <span className={classNames('flex', statusTones[item.status])}>
            <Mark name={item.status === 'neutral' ? 'off' : item.status} />
          </span>
          {item.label}
          <span className="sr-only">: {item.word}</span>
        </li>
      ))}
    </ul>
  )
}
