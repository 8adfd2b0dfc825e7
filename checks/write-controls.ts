import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, sourceFiles } from '../bin/test-run/source-files.ts'
import { controlsDocument, controlTests } from './control-tests.ts'

const tests = sourceFiles(/\.test\.tsx?$/)
  .filter((file) => file !== 'checks/controls.test.ts')
  .flatMap((file) => controlTests(file, readFileSync(join(root, file), 'utf8')))
writeFileSync(join(root, 'docs/controls.md'), controlsDocument(tests))
writeFileSync(join(root, 'domain/audit/control-tests.json'), `${JSON.stringify(tests, null, 2)}\n`)
