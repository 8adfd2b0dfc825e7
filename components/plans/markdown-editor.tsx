'use client'

import { useEffect, useRef } from 'react'
import { TextArea } from '../ui/text-area.tsx'
import { caretLine, goToLine } from './go-to-line.ts'

interface MarkdownEditorProps {
  label: string
  description?: string
  /** With line feeds only, as a text area gives it back. */
  value: string
  onChange: (value: string) => void
  /** Selects this line; a new object selects it again. */
  goTo?: { readonly line: number } | null
  /** Where the caret comes to stand; the same function at each drawing. */
  onLine?: (line: number) => void
}

/** A plan's Markdown in a text area that knows its lines. */
export function MarkdownEditor({
  label,
  description,
  value,
  onChange,
  goTo = null,
  onLine,
}: MarkdownEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    if (goTo && area.current) goToLine(area.current, goTo.line)
  }, [goTo])

  useEffect(() => {
    if (!onLine) return
    const tell = () => {
      if (area.current && document.activeElement === area.current) onLine(caretLine(area.current))
    }
    document.addEventListener('selectionchange', tell)
    return () => document.removeEventListener('selectionchange', tell)
  }, [onLine])

  return (
    <TextArea
      ref={area}
      label={label}
      description={description}
      monospace
      rows={26}
      spellCheck={false}
      className="text-xs"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
