import { expect, it } from '@jest/globals'
import { once } from 'node:events'
import { createServer } from 'restify'
import { createNodeListener, createSkillHandler, simpleText, skillResponse } from '../src/index.ts'
import { channelPayload } from './support/payloads.ts'

it('serves a handler behind restify, whose writeHead differs from node', async () => {
  const handler = createSkillHandler({
    secrets: ['secret'],
    answer: async ({ utterance }) => skillResponse({ outputs: [simpleText(utterance)] }),
    lastResort: () => skillResponse({ outputs: [simpleText('죄송합니다.')] }),
  })
  const listener = createNodeListener(handler)
  const server = createServer()
  server.post('/kakao/skill', async (request, response) => listener(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${server.address().port}/kakao/skill`
  const call = (secret: string, body: string) =>
    fetch(url, { method: 'POST', headers: { 'x-skill-secret': secret, connection: 'close' }, body })

  const answered = await call('secret', JSON.stringify(channelPayload))
  expect(answered.status).toBe(200)
  expect(answered.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await answered.json()).toMatchObject({ template: { outputs: [{ simpleText: { text: '시설 불편' } }] } })
  expect((await call('wrong', '{}')).status).toBe(401)
  expect((await call('secret', 'x'.repeat(100_000))).status).toBe(200)
  server.close()
  server.server.closeAllConnections()
})
