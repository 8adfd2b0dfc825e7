import { once } from 'node:events'
import { createServer } from 'node:http'
import { readSettings } from '../server/settings.ts'
import { createHandler } from './idp/handler.ts'
import { idpIssuer, keepIdpSecrets } from './idp/keep-secrets.ts'
import { createProvider } from './idp/provider.ts'
import { startMailSink } from './mailbox/mail-sink.ts'
import { openMailStore } from './mailbox/mail-store.ts'
import { saying } from './saying.ts'

await saying(async () => {
  const settings = readSettings(process.env)
  if (!settings.embedded) {
    throw new Error(
      'The demo’s identity provider is for the embedded default: DATABASE_URL is set.',
    )
  }
  const issuer = idpIssuer(settings.idpPort)
  const origins = [settings.nextauthUrl]
  const provider = createProvider(issuer, keepIdpSecrets(settings.home), origins)
  const mails = openMailStore(settings.home)
  const server = createServer(createHandler(issuer, provider, origins, mails))
  server.listen(settings.idpPort, '127.0.0.1')
  await once(server, 'listening')
  const sink = await startMailSink(settings.home, mails.keep)
  console.log(`Listening on ${issuer}`)
  const stop = () => {
    void sink.stop()
    server.close()
    server.closeAllConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
})
