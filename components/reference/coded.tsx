import { createElement, Fragment, type ReactNode } from 'react'

/** A sentence whose `names` in backticks are set as code. */
export function Coded({ children }: { children: string }): ReactNode {
  const parts = children
    .split('`')
    .map((part, index) =>
      index % 2 === 0
        ? part
        : createElement('code', { className: 'font-mono text-[0.92em] font-medium' }, part),
    )
  return createElement(Fragment, null, ...parts)
}
