const POINTED = 'data-pointed'
const MARGIN_PX = 24

/** Marks every part of `root` that stands for a line, and brings those in other panes into sight. */
export function pointAtLine(root: HTMLElement, line: string | null, from: Element | null): void {
  for (const part of root.querySelectorAll(`[${POINTED}]`)) part.removeAttribute(POINTED)
  if (line === null) return
  const reached = new Set([paneOf(from)])
  for (const part of root.querySelectorAll(`[data-line="${CSS.escape(line)}"]`)) {
    part.setAttribute(POINTED, '')
    const pane = paneOf(part)
    // Only the first of a pane, and never the pane that the pointer is in.
    if (!reached.has(pane)) bringIntoSight(pane, part)
    reached.add(pane)
  }
}

function paneOf(part: Element | null): HTMLElement | null {
  return part?.closest<HTMLElement>('[data-pane]') ?? null
}

// scrollIntoView would move the page too, from under the pointer.
function bringIntoSight(pane: HTMLElement | null, part: Element): void {
  if (!pane || pane.scrollHeight <= pane.clientHeight) return
  const inner = part.getBoundingClientRect()
  const outer = pane.getBoundingClientRect()
  if (inner.top >= outer.top + MARGIN_PX && inner.bottom <= outer.bottom - MARGIN_PX) return
  pane.scrollTop += inner.top - outer.top - pane.clientHeight / 3
}
