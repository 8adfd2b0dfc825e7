import type { ReactNode } from 'react'

interface LinesPaneProps {
  label: string
  children: ReactNode
}

// A pane that scrolls must be reached by keyboard although nothing in it may take the focus.
const reachable = { tabIndex: 0 } as const

/** One side of two that are read together; beside the other where there is room, else below it. */
export function LinesPane({ label, children }: LinesPaneProps) {
  return (
    <section
      {...reachable}
      aria-label={label}
      data-pane=""
      className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:-mx-2 lg:-my-1 lg:px-2 lg:py-1 print:static print:max-h-none print:overflow-visible"
    >
      {children}
    </section>
  )
}
