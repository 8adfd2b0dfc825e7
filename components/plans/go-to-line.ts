/** How near the edge of the window a line is no longer well in sight. */
const EDGE_PX = 96

/** Selects a 1-based line of a text area, gives it the focus and brings it into sight. */
export function goToLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n')
  const index = Math.min(Math.max(line, 1), lines.length) - 1
  const start = lines.slice(0, index).reduce((sum, one) => sum + one.length + 1, 0)
  area.focus({ preventScroll: true })
  area.setSelectionRange(start, start + (lines[index]?.length ?? 0))
  const above = heightOf(area, area.value.slice(0, start))
  area.scrollTop = above - area.clientHeight / 3
  const top = area.getBoundingClientRect().top + above - area.scrollTop
  // The page moves only where it must.
  if (top < EDGE_PX || top > window.innerHeight - EDGE_PX) area.scrollIntoView({ block: 'center' })
}

/** How high a text stands in a text area of this one's width, wrapped lines counted as they wrap. */
function heightOf(area: HTMLTextAreaElement, text: string): number {
  const measure = document.createElement('textarea')
  measure.className = area.className
  measure.rows = 1
  measure.ariaHidden = 'true'
  measure.tabIndex = -1
  measure.style.position = 'absolute'
  measure.style.visibility = 'hidden'
  measure.style.width = `${area.offsetWidth}px`
  measure.style.height = '0'
  measure.value = text
  area.after(measure)
  const { scrollHeight } = measure
  measure.remove()
  return scrollHeight
}

/** The 1-based line that a text area's caret is on. */
export function caretLine({ value, selectionStart }: HTMLTextAreaElement): number {
  return value.slice(0, selectionStart).split('\n').length
}
