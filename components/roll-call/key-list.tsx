'use client'

import { Dialog } from '../ui/dialog.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { Switch } from '../ui/switch.tsx'

/** A key, or several that do the same, and what it does. */
export interface KeyUse {
  readonly keys: readonly string[]
  readonly does: string
}

interface KeyListProps {
  isOpen: boolean
  onClose: () => void
  uses: readonly KeyUse[]
  isOn: boolean
  onSwitch: (isOn: boolean) => void
}

/** The keys of the meeting, and the switch that turns them off. */
export function KeyList({ isOpen, onClose, uses, isOn, onSwitch }: KeyListProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Keys of the meeting">
      <dl className="mb-4 text-sm">
        {uses.map(({ keys, does }) => (
          <div key={does} className="flex justify-between gap-6 border-b border-rule py-1.5">
            <dt>{does}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Single keys act on this page"
        description="Never while you type. Switched off, everything is still done by its button."
        checked={isOn}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
