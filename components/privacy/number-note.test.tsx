import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NumberNote } from './number-note.tsx'

test('warns of what looks like a number of a person, and says nothing otherwise', () => {
  expect(renderToStaticMarkup(<NumberNote text="Asked by 123-45-6789" />)).toContain(
    'This looks as if it held a Social Security number.',
  )
  expect(renderToStaticMarkup(<NumberNote text="Raise to 25 %" />)).not.toContain('Warning')
})
