'use client'

import { Button } from '../ui/button.tsx'

/** Opens the browser's own dialog, which prints or saves as PDF. */
export function PrintButton() {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      Print the record
    </Button>
  )
}
