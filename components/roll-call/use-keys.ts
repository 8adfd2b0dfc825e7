'use client'

import { useEffect, useRef } from 'react'

const ROOM_FOR_TEXT =
  'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable]'
const OWN_ARROWS = 'input[type="radio"], [role="slider"], [role="listbox"]'

/**
 * Single keys for the whole page, by what `event.key` says. Never while somebody types, holds
 * another key, or a dialog stands open, and only while `isOn`: a key alone can be switched off
 * (WCAG 2.1.4).
 */
export function useKeys(keys: Readonly<Record<string, () => void>>, isOn: boolean): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  }, [keys])

  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.repeat || document.querySelector('dialog[open]')) return
      const { target, key } = event
      if (target instanceof Element) {
        if (target.closest(ROOM_FOR_TEXT)) return
        if (key.startsWith('Arrow') && target.closest(OWN_ARROWS)) return
      }
      const act = latest.current[key.length === 1 ? key.toLowerCase() : key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
}
