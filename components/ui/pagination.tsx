import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonLook } from './button-look.ts'
import { Mark } from './mark.tsx'

type PaginationProps = {
  /** Names what is paged: "Audit entries". */
  label: string
  newer: string | null
  older: string | null
  /** Where one is: "1,201 to 1,250". */
  children?: ReactNode
}

export function Pagination({ label, newer, older, children }: PaginationProps) {
  if (!newer && !older) return null
  return (
    <nav
      aria-label={`Pages of ${label}`}
      className="flex items-center justify-between gap-4 py-4 text-sm print:hidden"
    >
      <span className="min-w-24">
        {newer && (
          <Link href={newer} rel="prev" className={buttonLook('secondary', 'small')}>
            <Mark name="left" />
            Newer
          </Link>
        )}
      </span>
      <span className="text-ink-soft tabular-nums">{children}</span>
      <span className="flex min-w-24 justify-end">
        {older && (
          <Link href={older} rel="next" className={buttonLook('secondary', 'small')}>
            Older
            <Mark name="right" />
          </Link>
        )}
      </span>
    </nav>
  )
}
