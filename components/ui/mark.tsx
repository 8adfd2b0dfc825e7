import { classNames } from './class-names.ts'

/** Shapes of one stroke on a 16-unit square. Decorative: the word always stands beside them. */
const paths = {
  go: 'M3 8.5 6.5 12 13 4.5',
  'no-go': 'M4 4l8 8M12 4l-8 8',
  waiting: 'M8 2.75a5.25 5.25 0 1 0 0 10.5 5.25 5.25 0 0 0 0-10.5Z',
  stale:
    'M6.6 2.94A5.25 5.25 0 0 0 4.3 11.72M6.1 12.9A5.25 5.25 0 0 0 13.05 6.6M12.3 4.98A5.25 5.25 0 0 0 9 2.85',
  off: 'M3.5 8h9',
  info: 'M8 7.25v4M8 4.5v.5M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5Z',
  warning: 'M8 2 14.5 13.5h-13ZM8 6.5v3M8 11.25v.5',
  danger: 'M5.2 1.75h5.6l3.45 3.45v5.6l-3.45 3.45H5.2l-3.45-3.45V5.2ZM8 4.75v4M8 10.75v.5',
  down: 'M4 6.25 8 10.25l4-4',
  right: 'M6.25 4l4 4-4 4',
  left: 'M9.75 4l-4 4 4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.25 10.25 13.5 13.5',
  file: 'M4 1.75h5.5L12.5 5v9.25h-8.5ZM9.25 2v3.25h3',
} as const

export type MarkName = keyof typeof paths

export function Mark({ name, className }: { name: MarkName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={classNames('size-4 shrink-0', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
