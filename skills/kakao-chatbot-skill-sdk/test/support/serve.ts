import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createNodeListener, type SkillHandler } from '../../src/index.ts'

/** A skill server on a free port of this machine. */
export const serve = async (handler: SkillHandler): Promise<{ readonly url: string; readonly close: () => void }> => {
  const listener = createNodeListener(handler)
  const server = createServer((request, response) => {
    void listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/kakao/skill`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
