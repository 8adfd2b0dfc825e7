'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * Scrolls sideways when its content is too wide, and can then be reached and scrolled by keyboard.
 * When everything fits it is no stop for the Tab key.
 */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null)
  const [scrolls, setScrolls] = useState(false)

  useEffect(() => {
    const element = region.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      setScrolls(element.scrollWidth > element.clientWidth)
    })
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])

  const reachable = scrolls ? { tabIndex: 0, 'aria-label': `${label}, scrolls sideways` } : {}
  return (
    <section ref={region} {...reachable} className="relative -mx-2 -my-1 overflow-x-auto px-2 py-1">
      {children}
    </section>
  )
}
