import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectDatabase } from '../../server/db.ts'
import { findMailServer, openPost } from '../open-post.ts'
import { runWorker } from '../run-worker.ts'
import { testSigner } from './test-signer.ts'

// The worker as main.ts runs it, without the look at a database's durability, which those of the
// tests have given up. Told by its parent where everything is.
const { TEST_DATABASE = '', TEST_SMTP = '', TEST_TAKE_OVER_MS = '300' } = process.env
await connectDatabase(TEST_DATABASE)
const server = findMailServer({ smtpUrl: TEST_SMTP, from: 'Rollcall <rollcall@example.gov>' }, null)
const worker = runWorker({
  url: TEST_DATABASE,
  tools: {
    post: () => (server === null ? null : openPost(server)),
    origin: 'https://rollcall.example.gov',
    postWebhook: async () => ({ status: 204, error: null, retryAfterMs: null }),
    heads: testSigner(mkdtempSync(join(tmpdir(), 'rollcall-heads-'))),
  },
  concurrency: 2,
  takeOverMs: Number(TEST_TAKE_OVER_MS),
})
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)))
