// The production build that `npm start` would make, made only when the sources have changed.
import { tmpdir } from 'node:os'
import { buildWeb } from '../launch/build-web.ts'
import { root } from './source-files.ts'

try {
  await buildWeb(tmpdir(), {
    root,
    say: (line) => console.log(line),
    signal: new AbortController().signal,
    undo: [],
    isDev: false,
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
