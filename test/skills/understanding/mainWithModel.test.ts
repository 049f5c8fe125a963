import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { type ModelServer, startModelServer } from '../../support/modelServer.ts'

const MAIN = fileURLToPath(new URL('../../../skills/understanding/main.ts', import.meta.url))
const REPLY = {
  type: 'complaint',
  category: 'meal',
  department: '영양과',
  urgency: 'high',
  isSure: true,
  whenWords: null,
  whenDate: null,
  where: null,
  wish: null,
}
/** Something went wrong, and no word says what. */
const VAGUE = '정말 이건 아니라고 생각합니다. 저 홍길동입니다, 010-1234-5678로 연락 주세요.'
const PLAIN = '주차장이 너무 좁아요'
const VAGUE_WITH_HEALTH = '당뇨 환자인데 정말 이건 아니라고 생각합니다.'

let server: ModelServer
beforeAll(async () => {
  server = await startModelServer()
})
afterAll(() => server.close())

async function run(lines: readonly string[], region: 'domestic' | 'overseas' = 'domestic') {
  server.calls.splice(0)
  const child = spawn(process.execPath, [MAIN, '--model'], {
    env: { ...process.env, LLM_MODEL: 'openai:local', LLM_BASE_URL: server.url, LLM_REGION: region },
  })
  child.stdin.end(lines.map((line, id) => JSON.stringify({ id, text: line })).join('\n'))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const answers = stdout.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]))
  return { answers, stderr }
}

describe('the understand command with a model', () => {
  it('asks it about what the rules cannot place, without names and numbers', async () => {
    server.behave({ kind: 'says', answer: REPLY })
    const { answers, stderr } = await run([VAGUE, PLAIN])
    expect(answers).toMatchObject([
      { id: 0, category: 'meal', department: '영양과', urgency: 'high', abstained: false },
      { id: 1, category: 'parking_guidance' },
    ])
    expect(stderr).toBe('')
    expect(server.calls).toHaveLength(1)
    expect(server.everything()).not.toMatch(/홍길동|1234|5678/)
  })

  it('goes on with the rules when it is down, and says why by a code', async () => {
    server.behave({ kind: 'fails', status: 500 })
    const { answers, stderr } = await run([VAGUE, VAGUE, VAGUE, VAGUE])
    expect(answers).toHaveLength(4)
    expect(answers[0]).toMatchObject({ abstained: true })
    expect(stderr.trim().split('\n')).toEqual(
      Array.from({ length: 3 }, () => 'The model gave no answer: server_error.'),
    )
    expect(server.calls).toHaveLength(3)
  })

  it('sends nothing abroad that tells of health', async () => {
    server.behave({ kind: 'says', answer: REPLY })
    await run([VAGUE_WITH_HEALTH], 'overseas')
    expect(server.calls).toEqual([])
  })
})
