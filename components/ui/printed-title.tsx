'use client'

import { useEffect } from 'react'

interface PrintedTitleProps {
  /** At the head of each printed page. */
  title: string
  /** At its foot. */
  note?: string
}

/**
 * Names each printed page in its margins. The margins of a page inherit from the root element, and
 * a policy of `style-src 'self'` refuses a style attribute in the markup: so a script sets it.
 */
export function PrintedTitle({ title, note = '' }: PrintedTitleProps) {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--printed-title', cssString(title))
    style.setProperty('--printed-note', cssString(note))
    return () => {
      style.removeProperty('--printed-title')
      style.removeProperty('--printed-note')
    }
  }, [title, note])
  return null
}

/** A text as a string of CSS: quotes, backslashes and line ends as their code points. */
function cssString(text: string): string {
  const escaped = text.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)
  return `"${escaped}"`
}
