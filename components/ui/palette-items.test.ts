import { describe, expect, it } from 'vitest'
import { groupItems } from './palette-items.ts'

describe('the items of the palette', () => {
  it('stand under their groups in the order in which both first came', () => {
    const items = [
      { id: '1', group: 'Toggles', label: 'claims_form_v2' },
      { id: '2', group: 'People', label: 'Ada Whitcombe' },
      { id: '3', group: 'Toggles', label: 'letters_download' },
    ]
    const groups = groupItems(items).map((group) => [group.name, group.items.map(({ id }) => id)])
    expect(groups).toEqual([
      ['Toggles', ['1', '3']],
      ['People', ['2']],
    ])
  })
})
