import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Band } from './band.tsx'
import { Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { FileDrop } from './file-drop.tsx'
import { LevelMark } from './level-mark.tsx'
import { NumberField } from './number-field.tsx'
import { RadioGroup } from './radio-group.tsx'
import { Select } from './select.tsx'
import { SliderWithNumber } from './slider-with-number.tsx'
import { StepChart } from './step-chart.tsx'
import { Switch } from './switch.tsx'
import { Cell, ColumnHead, Row, Table } from './table.tsx'
import { Tabs } from './tabs.tsx'
import { TextField } from './text-field.tsx'
import { TimeStamp } from './time-stamp.tsx'
import { Track } from './track.tsx'

const nothing = () => {}
const options = [
  { value: 'go', label: 'Go' },
  { value: 'no_go', label: 'No-go' },
]

const parts = {
  band: <Band tone="loud">Production</Band>,
  button: <Button reason="Ada Whitcombe can clear this">Widen</Button>,
  checkbox: <Checkbox label="Read" error="Needed" />,
  'file drop': <FileDrop label="Plan" onFile={nothing} />,
  'level mark': <LevelMark percent={33.333} />,
  'number field': (
    <NumberField
      label="Percentage"
      unit="%"
      error="Too much"
      value={5}
      min={0}
      max={100}
      onChange={nothing}
    />
  ),
  'radio group': <RadioGroup label="Verdict" name="verdict" options={options} />,
  'segmented control': <RadioGroup label="Verdict" name="verdict" options={options} segmented />,
  select: <Select label="Verdict" options={options} />,
  slider: (
    <SliderWithNumber
      label="Percentage"
      value={25}
      origin={10}
      ticks={[{ value: 10, label: 'Stage 1' }]}
      onChange={nothing}
    />
  ),
  'step chart': (
    <StepChart
      label="Percentage"
      from="2026-03-01T00:00:00Z"
      until="2026-03-15T00:00:00Z"
      points={[{ at: '2026-03-03T00:00:00Z', value: 10 }]}
    />
  ),
  switch: <Switch label="Protected" />,
  table: (
    <Table
      caption="Toggles"
      head={
        <tr>
          <ColumnHead>Key</ColumnHead>
        </tr>
      }
    >
      <Row>
        <Cell>claims_form_v2</Cell>
      </Row>
    </Table>
  ),
  tabs: <Tabs label="Views" items={[{ id: 'a', label: 'A', content: 'A' }]} />,
  'text field': <TextField label="Key" description="Lower case" error="Taken" />,
  'time stamp': <TimeStamp at="2026-03-03T14:02:11Z" />,
  track: <Track label="Stages" steps={[{ key: '1', label: 'Canary', state: 'done' }]} />,
}

describe('the markup that the server sends', () => {
  it.each(Object.entries(parts))('of a %s has no style attribute', (_name, part) => {
    const markup = renderToStaticMarkup(part)
    expect(markup).not.toBe('')
    expect(markup).not.toMatch(/\sstyle=/)
  })

  it('ties the reason of a blocked button to the button, which keeps its focus', () => {
    const markup = renderToStaticMarkup(parts.button)
    const id = /aria-describedby="([^"]+)"/.exec(markup)?.[1]
    expect(markup).toContain('aria-disabled="true"')
    expect(markup).not.toContain(' disabled')
    expect(markup).toContain(`id="${id}"`)
    expect(markup).toContain('Ada Whitcombe can clear this')
  })

  it('says in words what the step chart draws', () => {
    expect(renderToStaticMarkup(parts['step chart'])).toContain(
      'aria-label="Percentage: 1 step, last to 10\u00a0% on 3 March 2026, 00:00:00 UTC."',
    )
  })
})
