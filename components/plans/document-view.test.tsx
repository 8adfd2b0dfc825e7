import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DocumentView } from './document-view.tsx'

test('a document is shown as text, whatever tags and addresses it holds', () => {
  const text = '<script>alert(1)</script>\n[x](javascript:alert(1))\n<img src=x onerror=alert(1)>'
  const markup = renderToStaticMarkup(<DocumentView text={text} marks={new Map()} />)
  expect(markup).not.toMatch(/<script|<img|href="javascript/)
  expect(markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})
