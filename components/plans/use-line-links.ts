'use client'

import { type RefObject, useEffect, useRef } from 'react'

/**
 * While `active`, a line's link inside the referred element calls `go` instead of being followed: in
 * a text area the line has no address.
 */
export function useLineLinks(
  active: boolean,
  go: (to: { line: number }) => void,
): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = root.current
    if (!active || !element) return
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('[data-go]') : null
      if (!link) return
      event.preventDefault()
      go({ line: Number(link.getAttribute('data-go')) })
    }
    element.addEventListener('click', follow)
    return () => element.removeEventListener('click', follow)
  }, [active, go])
  return root
}
