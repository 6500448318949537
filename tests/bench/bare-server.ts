// The least a server that renders with React can do: node tests/bench/bare-server.ts FILE renders the page of the file
// for every request, with no router, no session, no data. Tells its address to the parent.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { renderToPipeableStream } from 'react-dom/server'
import { elementsOf } from './html-elements.ts'

const page = elementsOf(await readFile(process.argv[2] ?? '', 'utf8'))
const server = createServer((_, response) => {
  const { pipe } = renderToPipeableStream(page, {
    onShellReady() {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      pipe(response)
    },
    onError: (error) => console.error(error),
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` })
})
process.once('disconnect', () => process.exit(0))
