import { Checkbox } from '../ui/checkbox.tsx'

type ChooseSomeProps = {
  legend: string
  /** What it means when nothing is ticked. */
  none: string
  name: string
  options: readonly { readonly value: string; readonly label: string }[]
}

/** Boxes to tick, of one name in a form. */
export function ChooseSome({ legend, none, name, options }: ChooseSomeProps) {
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{legend}</legend>
      <p className="mb-2 text-sm text-ink-soft">{none}</p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] gap-x-4 gap-y-1">
        {options.map(({ value, label }) => (
          <Checkbox key={value} label={label} name={name} value={value} />
        ))}
      </div>
    </fieldset>
  )
}
