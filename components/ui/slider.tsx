'use client'

import { type ChangeEvent, type KeyboardEvent, useRef } from 'react'
import { percentWords } from './level-words.ts'
import { SliderTrack } from './slider-track.tsx'
import { roundTo, snapToTick, type Tick, valueAfterKey } from './snap-to-tick.ts'

type SliderProps = {
  id?: string
  label: string
  value: number
  onChange: (value: number) => void
  ticks?: readonly Tick[]
  /** Where it stands now, when `value` is a proposal. */
  origin?: number
  min?: number
  max?: number
  disabled?: boolean
  describedBy?: string | undefined
}

const reachInPixels = 10

/** A native range: a script-free page shows it, and no style attribute is needed for its thumb. */
export function Slider({
  id,
  label,
  value,
  onChange,
  ticks = [],
  origin,
  min = 0,
  max = 100,
  disabled = false,
  describedBy,
}: SliderProps) {
  const pointer = useRef(false)
  const named = ticks.find((tick) => tick.value === value)

  function move(event: ChangeEvent<HTMLInputElement>) {
    const raw = event.currentTarget.valueAsNumber
    const reach = ((max - min) * reachInPixels) / (event.currentTarget.clientWidth || 600)
    onChange(pointer.current ? snapToTick(raw, ticks, reach) : roundTo(raw, 3))
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.ctrlKey || event.metaKey) return
    const next = valueAfterKey(event, value, ticks, { min, max })
    if (next === null) return
    event.preventDefault()
    onChange(next)
  }

  return (
    <div className="relative h-6">
      <SliderTrack value={value} origin={origin ?? value} ticks={ticks} min={min} max={max} />
      <input
        id={id}
        type="range"
        className="range relative"
        min={min}
        max={max}
        step={0.001}
        value={value}
        disabled={disabled}
        aria-label={label}
        aria-valuetext={percentWords(value) + (named ? `, ${named.label}` : '')}
        aria-describedby={describedBy}
        onChange={move}
        onKeyDown={press}
        onPointerDown={() => {
          pointer.current = true
        }}
        onPointerUp={() => {
          pointer.current = false
        }}
        onPointerCancel={() => {
          pointer.current = false
        }}
      />
    </div>
  )
}
