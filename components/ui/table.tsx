import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ScrollRegion } from './scroll-region.tsx'

type TableProps = {
  /** Names the table; shown above it unless hidden. */
  caption: string
  captionHidden?: boolean
  head: ReactNode
  children: ReactNode
  /** The head stays in sight while the page scrolls; only for tables that never scroll sideways. */
  stickyHead?: boolean
}

export function Table({ caption, captionHidden, head, children, stickyHead }: TableProps) {
  const table = (
    <table className="w-full border-collapse text-left text-sm">
      <caption
        className={classNames(captionHidden ? 'sr-only' : 'pb-2 text-left text-lg font-semibold')}
      >
        {caption}
      </caption>
      <thead className={classNames('bg-paper text-xs text-ink-soft', stickyHead && 'sticky-head')}>
        {head}
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
  return stickyHead ? table : <ScrollRegion label={caption}>{table}</ScrollRegion>
}

export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={classNames('table-row-look', className)} />
}

type CellProps = ComponentProps<'td'> & { numeric?: boolean }

const edge = 'px-3 first:pl-0 last:pr-0'

export function Cell({ numeric = false, className, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      className={classNames(edge, 'py-1.5 leading-6 align-top', numeric && 'text-right', className)}
    />
  )
}

/** The cell that names its row. */
export function RowHead({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      {...rest}
      scope="row"
      className={classNames(edge, 'py-1.5 leading-6 align-top font-medium', className)}
    />
  )
}

export function ColumnHead({
  numeric = false,
  className,
  ...rest
}: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      {...rest}
      scope="col"
      className={classNames(
        edge,
        'whitespace-nowrap border-b border-rule-strong py-2 font-semibold',
        numeric && 'text-right',
        className,
      )}
    />
  )
}
