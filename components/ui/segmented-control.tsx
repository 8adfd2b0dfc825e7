import type { ComponentProps } from 'react'
import { RadioGroup, type RadioOption } from './radio-group.tsx'

type SegmentedControlProps<Value extends string> = Omit<
  ComponentProps<typeof RadioGroup<Value>>,
  'segmented' | 'options'
> & { options: readonly Omit<RadioOption<Value>, 'description'>[] }

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  return <RadioGroup {...props} segmented />
}
