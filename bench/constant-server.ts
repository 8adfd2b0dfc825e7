// The least that Node's http can do: reads the body and answers the same bytes again and again. A
// process of its own, as the servers that it is measured beside are. Prints its port.
import { createServer } from 'node:http'

const body = process.argv[2] ?? ''
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.setHeader('content-type', 'application/json')
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.stdout.write(`${address?.port}\n`)
})
