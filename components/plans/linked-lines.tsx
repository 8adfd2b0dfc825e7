'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { caretLine } from './go-to-line.ts'
import { pointAtLine } from './point-at-line.ts'

interface LinkedLinesProps {
  className?: string
  children: ReactNode
}

/**
 * Whatever stands for the same line of a document is marked together: parts with `data-line`, by
 * hovering or focusing one of them, and a text area by its caret. In a page with a text area a
 * line's link selects the line there.
 */
export function LinkedLines({ className, children }: LinkedLinesProps) {
  const root = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = root.current
    if (!element) return
    const ended = new AbortController()
    const { signal } = ended
    const point = ({ target }: Event) => {
      const part = target instanceof Element ? target.closest('[data-line]') : null
      if (part) pointAtLine(element, part.getAttribute('data-line'), part)
    }
    element.addEventListener('pointerover', point, { signal })
    element.addEventListener('focusin', point, { signal })
    const pointAtCaret = () => {
      const area = document.activeElement
      if (!(area instanceof HTMLTextAreaElement) || !element.contains(area)) return
      pointAtLine(element, String(caretLine(area)), area)
    }
    document.addEventListener('selectionchange', pointAtCaret, { signal })
    return () => ended.abort()
  }, [])

  return (
    <div ref={root} className={className}>
      {children}
    </div>
  )
}
