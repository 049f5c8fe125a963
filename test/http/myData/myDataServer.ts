import { randomBytes, randomUUID } from 'node:crypto'

import { RateLimiterMemory } from 'rate-limiter-flexible'

import { createServer } from '../../../src/http/createServer.ts'
import { createMyDataLinks } from '../../../src/http/myData/myDataLinks.ts'
import { addMyDataRoutes } from '../../../src/http/myData/myDataRoutes.ts'
import { createRateLimit } from '../../../src/live/rateLimit.ts'
import { createDesk } from '../../../src/tickets/desk.ts'
import {
  covered,
  exampleActivity,
  exampleReceipt,
  exampleSession,
  exampleTicket,
  exampleTurn,
  scrubbed,
} from '../../store/examples.ts'
import { openTestStores } from '../../store/testStores.ts'
import { hospital } from '../../support/talk.ts'

const MINUTE_MS = 60_000
const DOYUN = hospital.staff.find(({ slackUserId }) => slackUserId === 'U0DOYUN00')!

/** The page with a person's own data on a real server over a real database, with a clock that tests move. */
export async function startMyDataServer() {
  const stores = await openTestStores()
  const { now } = stores
  const links = createMyDataLinks({ secret: randomBytes(32), now, newId: randomUUID })
  const logged: object[] = []
  const server = createServer({ info: () => undefined, error: (fields) => void logged.push(fields) })
  addMyDataRoutes(server, {
    hospital,
    links,
    tickets: stores.tickets,
    conversations: stores.conversations,
    audit: stores.audit,
    rateLimit: createRateLimit((options) => new RateLimiterMemory(options)),
    clientAddress: (request) => request.socket.remoteAddress ?? '',
    now,
    log: { info: (fields) => void logged.push(fields) },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${server.address().port}`
  const desk = createDesk({ hospital, transact: stores.transact, now, newId: randomUUID })

  /** Somebody who filed, was written a note about, and got an answer. */
  async function file(): Promise<{ readonly conversationId: string; readonly number: string }> {
    const session = exampleSession({
      consents: { collect: true, overseas: false },
      vault: [{ token: '[전화번호1]', type: 'phone', value: '010-2222-3333' }],
      draft: { story: scrubbed('다음 이야기입니다') },
    })
    const { conversationId } = session
    const example = exampleTicket({ conversationId })
    const content = {
      ...example.content,
      story: scrubbed('[이름1] 님이 접수창구에서 두 시간을 기다리게 했습니다'),
      vault: [{ token: '[이름1]', type: 'staff_name', value: '이간호' }] as const,
    }
    await stores.conversations.transact(async (tx) => {
      const said = exampleActivity(session.nextSequence, '[전화번호1]로 <b>전화</b> 주세요')
      const receipts = [exampleReceipt(), exampleReceipt({ purpose: 'overseas', granted: false })]
      await tx.writeTurn(exampleTurn(session, { activities: [said], receipts }))
      await tx.insertTicket(covered({ ...example, content }), [])
    })
    const request = { number: example.number, by: DOYUN }
    await desk.claim(request)
    await desk.note(request, scrubbed('직원끼리만 보는 메모'))
    await desk.answer(request, scrubbed('창구를 늘리겠습니다'))
    return { conversationId, number: example.number }
  }

  return {
    url,
    stores,
    logged,
    file,
    issue: async (conversationId: string) => `/my-data/${links.issue({ conversationId })}`,
    later: (minutes: number) => stores.setNow(new Date(now().getTime() + minutes * MINUTE_MS)),
    post: (path: string, body = '') =>
      fetch(url + path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    audited: () => stores.database.db.selectFrom('audit').selectAll().where('action', '=', 'exported').execute(),
    async close() {
      server.server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      await stores.close()
    },
  }
}

export type MyDataServer = Awaited<ReturnType<typeof startMyDataServer>>
