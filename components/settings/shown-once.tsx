'use client'

import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { TextField } from '../ui/text-field.tsx'

type ShownOnceProps = { name: string; token: string; onDone: () => void }

/** A token just made: seen now and never again. */
export function ShownOnce({ name, token, onDone }: ShownOnceProps) {
  const [isCopied, setCopied] = useState(false)

  async function copy() {
    await navigator.clipboard?.writeText(token)
    setCopied(true)
  }

  return (
    <Callout
      tone="success"
      live
      title={`“${name}” is made. Copy it now: it is not shown again.`}
      actions={
        <>
          <Button variant="primary" size="small" onClick={copy}>
            Copy the token
          </Button>
          <Button size="small" onClick={onDone}>
            I have kept it
          </Button>
          <span role="status" className="self-center text-xs">
            {isCopied && 'Copied'}
          </span>
        </>
      }
    >
      <TextField
        label="Token"
        labelHidden
        readOnly
        value={token}
        onFocus={(event) => event.currentTarget.select()}
        className="font-mono text-xs"
      />
    </Callout>
  )
}
